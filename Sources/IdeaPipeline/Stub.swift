// IdeaPipeline
