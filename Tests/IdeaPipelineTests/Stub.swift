import Testing
@Test func placeholderIdeaPipeline() {}
