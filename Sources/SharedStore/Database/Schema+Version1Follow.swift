/// What follows other tables by itself, through triggers.
extension Schema {
  /// The tags of ideas, one a row, and how many ballots of a person count in a round. They follow `idea` and `ballot` by
  /// themselves.
  static let version1SideTables = """
    CREATE TABLE idea_tag (
      tag TEXT NOT NULL,
      idea INTEGER NOT NULL,
      PRIMARY KEY (tag, idea)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER idea_tags_of_new AFTER INSERT ON idea WHEN NEW.tags <> '[]'
    BEGIN
      INSERT OR IGNORE INTO idea_tag (tag, idea) SELECT value, NEW.id FROM json_each(NEW.tags);
    END;
    CREATE TRIGGER idea_tags_changed AFTER UPDATE OF tags ON idea WHEN OLD.tags <> NEW.tags
    BEGIN
      DELETE FROM idea_tag WHERE idea = OLD.id AND tag IN (SELECT value FROM json_each(OLD.tags));
      INSERT OR IGNORE INTO idea_tag (tag, idea) SELECT value, NEW.id FROM json_each(NEW.tags);
    END;
    CREATE TRIGGER idea_tags_of_removed AFTER DELETE ON idea WHEN OLD.tags <> '[]'
    BEGIN
      DELETE FROM idea_tag WHERE idea = OLD.id AND tag IN (SELECT value FROM json_each(OLD.tags));
    END;

    CREATE TABLE voter (
      round INTEGER NOT NULL,
      person INTEGER NOT NULL,
      ballots INTEGER NOT NULL CHECK (ballots >= 0),
      PRIMARY KEY (round, person)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX voter_by_ballots ON voter (round, ballots);

    CREATE TRIGGER voter_casts AFTER INSERT ON ballot WHEN NEW.counts = 1
    BEGIN
      INSERT INTO voter (round, person, ballots) VALUES (NEW.round, NEW.person, 1)
      ON CONFLICT (round, person) DO UPDATE SET ballots = ballots + 1;
    END;
    CREATE TRIGGER voter_changes AFTER UPDATE OF counts ON ballot WHEN OLD.counts <> NEW.counts
    BEGIN
      INSERT INTO voter (round, person, ballots) VALUES (NEW.round, NEW.person, NEW.counts)
      ON CONFLICT (round, person) DO UPDATE SET ballots = ballots + NEW.counts - OLD.counts;
    END;
    CREATE TRIGGER voter_takes_back AFTER DELETE ON ballot WHEN OLD.counts = 1
    BEGIN
      UPDATE voter SET ballots = ballots - 1 WHERE round = OLD.round AND person = OLD.person;
    END;

    """

  /// Full-text search over the same rows, without a second copy of the texts; follows by itself.
  static let version1TextSearch = """
    CREATE VIRTUAL TABLE idea_text USING fts5 (
      title, body, content = 'idea', content_rowid = 'id', prefix = '2 3',
      tokenize = "unicode61 remove_diacritics 2");
    CREATE TRIGGER idea_text_of_new AFTER INSERT ON idea
    BEGIN
      INSERT INTO idea_text (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body);
    END;
    CREATE TRIGGER idea_text_changed AFTER UPDATE OF title, body ON idea
    WHEN OLD.title <> NEW.title OR OLD.body <> NEW.body
    BEGIN
      INSERT INTO idea_text (idea_text, rowid, title, body) VALUES ('delete', OLD.id, OLD.title, OLD.body);
      INSERT INTO idea_text (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body);
    END;
    CREATE TRIGGER idea_text_of_removed AFTER DELETE ON idea
    BEGIN
      INSERT INTO idea_text (idea_text, rowid, title, body) VALUES ('delete', OLD.id, OLD.title, OLD.body);
    END;

    CREATE VIRTUAL TABLE comment_text USING fts5 (
      text, content = 'comment', content_rowid = 'id', prefix = '2 3',
      tokenize = "unicode61 remove_diacritics 2");
    CREATE TRIGGER comment_text_of_new AFTER INSERT ON comment
    BEGIN
      INSERT INTO comment_text (rowid, text) VALUES (NEW.id, NEW.text);
    END;
    CREATE TRIGGER comment_text_changed AFTER UPDATE OF text ON comment WHEN OLD.text <> NEW.text
    BEGIN
      INSERT INTO comment_text (comment_text, rowid, text) VALUES ('delete', OLD.id, OLD.text);
      INSERT INTO comment_text (rowid, text) VALUES (NEW.id, NEW.text);
    END;
    CREATE TRIGGER comment_text_of_removed AFTER DELETE ON comment
    BEGIN
      INSERT INTO comment_text (comment_text, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    END;

    """
}
