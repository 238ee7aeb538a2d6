import GRDB

extension Schema {
  /// Sessions with their agendas, what goes on in the room, actions; and ideas that are not shown yet or whose author is not.
  static func version4(_ db: Database) throws {
    try db.execute(sql: room)
    try db.execute(sql: additions)
    try rebuildIdeas(db)
  }

  private static let room = """
    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      number INTEGER NOT NULL UNIQUE CHECK (number > 0),
      title TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
      openedAt INTEGER,
      closedAt INTEGER,
      lead INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      currentStep INTEGER REFERENCES agenda_step (id) DEFERRABLE INITIALLY DEFERRED,
      broadcast TEXT CHECK (broadcast IS NULL OR json_valid(broadcast)),
      spotlight INTEGER REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      isWallBlank INTEGER NOT NULL CHECK (isWallBlank IN (0, 1)),
      textFrom INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_by_state ON session (state, seq);
    CREATE UNIQUE INDEX session_open ON session (state) WHERE state = 'open';

    CREATE TABLE agenda_step (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      session INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
      place INTEGER NOT NULL CHECK (place > 0),
      plan TEXT NOT NULL CHECK (json_valid(plan)),
      state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'paused', 'done', 'skipped')),
      deadline TEXT CHECK (deadline IS NULL OR json_valid(deadline)),
      "left" INTEGER,
      runs TEXT NOT NULL CHECK (json_valid(runs)),
      revealedAt INTEGER,
      textFrom INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX agenda_step_by_session ON agenda_step (session, seq);

    CREATE TABLE ready_mark (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      step INTEGER NOT NULL REFERENCES agenda_step (id) DEFERRABLE INITIALLY DEFERRED,
      person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (step, person)
    ) STRICT;
    CREATE INDEX ready_mark_by_step ON ready_mark (step, seq);

    CREATE TABLE raised_hand (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      session INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
      person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      at INTEGER NOT NULL,
      UNIQUE (session, person)
    ) STRICT;
    CREATE INDEX raised_hand_by_session ON raised_hand (session, seq);

    CREATE TABLE help_request (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      number INTEGER NOT NULL UNIQUE CHECK (number > 0),
      topic TEXT NOT NULL,
      asker INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      team INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'arrived', 'closed')),
      askedAt TEXT NOT NULL CHECK (json_valid(askedAt)),
      expert INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      claimedAt TEXT CHECK (claimedAt IS NULL OR json_valid(claimedAt)),
      arrivedAt TEXT CHECK (arrivedAt IS NULL OR json_valid(arrivedAt)),
      closedAt TEXT CHECK (closedAt IS NULL OR json_valid(closedAt)),
      note TEXT,
      noteFrom INTEGER
    ) STRICT;
    CREATE INDEX help_request_by_state ON help_request (state, seq);

    CREATE TABLE action (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      number INTEGER NOT NULL UNIQUE CHECK (number > 0),
      text TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (json_valid(subject)),
      owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      team INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
      due TEXT,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
      session INTEGER REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
      addedBy INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      addedAt INTEGER NOT NULL,
      textFrom INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX action_by_session ON action (session, seq) WHERE session IS NOT NULL;

    DROP TRIGGER operation_is_written_by_version_3;
    CREATE TRIGGER operation_is_written_by_version_4 BEFORE INSERT ON operation
    BEGIN
      SELECT hothouse_writes_version_4();
    END;

    """

  private static let additions = """
    ALTER TABLE comment ADD COLUMN naming TEXT NOT NULL DEFAULT 'named' CHECK (naming IN ('named', 'hidden', 'sealed'));
    UPDATE comment SET naming = 'sealed' WHERE author IS NULL;
    ALTER TABLE person ADD COLUMN waitsFor INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE person ADD COLUMN waitsSince INTEGER;
    ALTER TABLE team ADD COLUMN seats INTEGER CHECK (seats > 0);

    """

  /// SQLite cannot change what a column accepts, so the table is made anew from its own definition, with everything that
  /// hangs on it (https://www.sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes").
  private static func rebuildIdeas(_ db: Database) throws {
    let own = "SELECT sql FROM sqlite_master WHERE tbl_name = 'idea' AND sql IS NOT NULL"
    let table = try String.fetchOne(db, sql: "\(own) AND type = 'table'") ?? ""
    let around = try String.fetchAll(db, sql: "\(own) AND type <> 'table' ORDER BY rowid")
    let columns = try db.columns(in: "idea").map(\.name.quoted).joined(separator: ", ")
    try db.execute(
      sql: table.replacing("CREATE TABLE idea (", with: "CREATE TABLE idea_rebuilt (")
        .replacing("'withdrawn', 'hidden')", with: "'withdrawn', 'hidden', 'unrevealed')"))
    try db.execute(
      sql: """
        INSERT INTO idea_rebuilt (\(columns)) SELECT \(columns) FROM idea;
        DROP TABLE idea;
        ALTER TABLE idea_rebuilt RENAME TO idea;
        \(newColumnsOfIdeas)
        """)
    for sql in around { try db.execute(sql: sql) }
    try db.execute(sql: newOrderOfIdeas)
  }

  private static let newColumnsOfIdeas = """
    ALTER TABLE idea ADD COLUMN step INTEGER REFERENCES agenda_step (id) DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE idea ADD COLUMN naming TEXT NOT NULL DEFAULT 'named' CHECK (naming IN ('named', 'hidden', 'sealed'));
    ALTER TABLE idea ADD COLUMN isUnrevealed INTEGER NOT NULL DEFAULT 0 CHECK (isUnrevealed IN (0, 1));
    ALTER TABLE idea ADD COLUMN shownFrom INTEGER NOT NULL DEFAULT 0;
    UPDATE idea SET shownFrom = seq;
    UPDATE idea SET naming = 'sealed' WHERE author IS NULL;

    """

  private static let newOrderOfIdeas = """
    DROP INDEX idea_newest;
    DROP INDEX idea_newest_in_state;
    DROP INDEX idea_latest_in_state;
    DROP INDEX idea_in_stage;
    DROP INDEX idea_in_challenge;
    CREATE INDEX idea_newest ON idea (shownFrom, number);
    CREATE INDEX idea_newest_in_state ON idea (state, shownFrom, number);
    CREATE INDEX idea_latest_in_state ON idea (state, activity, shownFrom, number);
    CREATE INDEX idea_in_stage ON idea (state, stage, shownFrom, number);
    CREATE INDEX idea_in_challenge ON idea (state, challenge, shownFrom, number);
    CREATE INDEX idea_by_step ON idea (step, isUnrevealed, seq) WHERE step IS NOT NULL;

    """
}
