extension Schema {
  /// How many ideas there are in each state, stage and challenge (-1: none), so that headers and lists need not count them
  /// each time. Follows `idea` by itself.
  static let version2 = """
    CREATE TABLE idea_count (
      state TEXT NOT NULL,
      stage TEXT NOT NULL,
      challenge INTEGER NOT NULL,
      ideas INTEGER NOT NULL CHECK (ideas >= 0),
      PRIMARY KEY (state, stage, challenge)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO idea_count (state, stage, challenge, ideas)
    SELECT state, stage, coalesce(challenge, -1), count(*) FROM idea GROUP BY state, stage, challenge;

    CREATE TRIGGER idea_counts_new AFTER INSERT ON idea
    BEGIN
      INSERT INTO idea_count (state, stage, challenge, ideas)
      VALUES (NEW.state, NEW.stage, coalesce(NEW.challenge, -1), 1)
      ON CONFLICT (state, stage, challenge) DO UPDATE SET ideas = ideas + 1;
    END;
    CREATE TRIGGER idea_counts_changed AFTER UPDATE OF state, stage, challenge ON idea
    WHEN OLD.state <> NEW.state OR OLD.stage <> NEW.stage OR OLD.challenge IS NOT NEW.challenge
    BEGIN
      UPDATE idea_count SET ideas = ideas - 1
      WHERE state = OLD.state AND stage = OLD.stage AND challenge = coalesce(OLD.challenge, -1);
      INSERT INTO idea_count (state, stage, challenge, ideas)
      VALUES (NEW.state, NEW.stage, coalesce(NEW.challenge, -1), 1)
      ON CONFLICT (state, stage, challenge) DO UPDATE SET ideas = ideas + 1;
    END;
    CREATE TRIGGER idea_counts_removed AFTER DELETE ON idea
    BEGIN
      UPDATE idea_count SET ideas = ideas - 1
      WHERE state = OLD.state AND stage = OLD.stage AND challenge = coalesce(OLD.challenge, -1);
    END;

    """
}
