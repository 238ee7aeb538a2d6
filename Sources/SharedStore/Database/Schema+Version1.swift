extension Schema {
  /// Column names are the property names of the entities. Foreign keys are looked at when a transaction commits, because
  /// an operation may write a child before its parent.
  static let version1 = log + people + ideas + voting + version1SideTables + version1TextSearch

  private static let log = """
    CREATE TABLE operation (
      seq INTEGER PRIMARY KEY CHECK (seq > 0),
      id INTEGER NOT NULL UNIQUE CHECK (id >= 0),
      at INTEGER NOT NULL,
      actor INTEGER,
      enteredBy INTEGER,
      kind TEXT NOT NULL CHECK (kind <> ''),
      payload TEXT NOT NULL CHECK (json_valid(payload)),
      undoes INTEGER REFERENCES operation (id),
      digest INTEGER NOT NULL,
      CHECK (actor IS NOT NULL OR enteredBy IS NULL)
    ) STRICT;
    CREATE INDEX operation_by_actor ON operation (actor, seq);
    CREATE INDEX operation_undone ON operation (undoes) WHERE undoes IS NOT NULL;

    CREATE TRIGGER operation_is_written_by_version_1 BEFORE INSERT ON operation
    BEGIN
      SELECT hothouse_writes_version_1();
    END;
    CREATE TRIGGER operation_has_no_gaps BEFORE INSERT ON operation
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM operation)
    BEGIN
      SELECT RAISE (ABORT, 'the log has no gaps');
    END;
    CREATE TRIGGER operation_stays BEFORE DELETE ON operation
    BEGIN
      SELECT RAISE (ABORT, 'the log is never shortened');
    END;
    CREATE TRIGGER operation_is_not_rewritten BEFORE UPDATE ON operation
    WHEN hothouse_redacts() <> 1
      OR OLD.seq <> NEW.seq OR OLD.id <> NEW.id OR OLD.at <> NEW.at OR OLD.kind <> NEW.kind
      OR OLD.actor IS NOT NEW.actor OR OLD.enteredBy IS NOT NEW.enteredBy OR OLD.undoes IS NOT NEW.undoes
    BEGIN
      SELECT RAISE (ABORT, 'the log is never rewritten');
    END;

    """

  private static let people = """
    CREATE TABLE board (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES operation (seq) DEFERRABLE INITIALLY DEFERRED,
      title TEXT NOT NULL,
      purpose TEXT NOT NULL,
      owner INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      seed TEXT,
      entryStage TEXT NOT NULL,
      guides TEXT NOT NULL CHECK (json_valid(guides)),
      worksheets TEXT NOT NULL CHECK (json_valid(worksheets)),
      perspectives TEXT NOT NULL CHECK (json_valid(perspectives)),
      createdAt INTEGER NOT NULL,
      textFrom INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE number_series (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      last INTEGER NOT NULL CHECK (last > 0)
    ) STRICT;

    CREATE TABLE team (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      name TEXT NOT NULL,
      place TEXT
    ) STRICT;
    CREATE INDEX team_by_name ON team (name, seq);

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      handle TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('observer', 'participant', 'coach', 'facilitator')),
      team INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
      organisation TEXT,
      perspective TEXT,
      account TEXT,
      joinedAt INTEGER NOT NULL,
      textFrom INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX person_by_account ON person (account, seq) WHERE account IS NOT NULL;
    CREATE INDEX person_by_name ON person (name, seq);

    CREATE TABLE challenge (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      number INTEGER NOT NULL UNIQUE CHECK (number > 0),
      question TEXT NOT NULL,
      detail TEXT NOT NULL,
      owner INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      sponsor TEXT,
      team INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
      place TEXT,
      isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1)),
      stage TEXT NOT NULL,
      textFrom INTEGER NOT NULL
    ) STRICT;

    """

  private static let ideas = """
    CREATE TABLE idea (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      number INTEGER UNIQUE CHECK (number > 0),
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      tags TEXT NOT NULL CHECK (json_valid(tags)),
      links TEXT NOT NULL CHECK (json_valid(links)),
      challenge INTEGER REFERENCES challenge (id) DEFERRABLE INITIALLY DEFERRED,
      stage TEXT NOT NULL CHECK (stage IN ('empathise', 'define', 'ideate', 'prototype', 'test')),
      author INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      coAuthors TEXT NOT NULL CHECK (json_valid(coAuthors)),
      buildsOn INTEGER REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      mergedInto INTEGER REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      mergeAtClose INTEGER REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      formerParent INTEGER REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      isWithdrawn INTEGER NOT NULL CHECK (isWithdrawn IN (0, 1)),
      hidden TEXT CHECK (hidden IS NULL OR json_valid(hidden)),
      formerHiding TEXT CHECK (formerHiding IS NULL OR json_valid(formerHiding)),
      outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome)),
      formerOutcome TEXT CHECK (formerOutcome IS NULL OR json_valid(formerOutcome)),
      state TEXT NOT NULL CHECK (state IN ('active', 'merged', 'withdrawn', 'hidden')),
      revision INTEGER NOT NULL CHECK (revision > 0),
      textFrom INTEGER NOT NULL,
      tagsFrom INTEGER NOT NULL,
      linksFrom INTEGER NOT NULL,
      lastComment INTEGER NOT NULL CHECK (lastComment >= 0),
      comments INTEGER NOT NULL CHECK (comments >= 0),
      builds INTEGER NOT NULL CHECK (builds >= 0),
      createdAt INTEGER NOT NULL,
      updatedAt INTEGER NOT NULL,
      activity INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX idea_by_build ON idea (buildsOn, seq) WHERE buildsOn IS NOT NULL;
    CREATE INDEX idea_by_merge ON idea (mergedInto, seq) WHERE mergedInto IS NOT NULL;
    CREATE INDEX idea_by_merge_at_close ON idea (mergeAtClose, seq) WHERE mergeAtClose IS NOT NULL;
    CREATE INDEX idea_by_challenge ON idea (challenge, seq) WHERE challenge IS NOT NULL;
    CREATE INDEX idea_by_author ON idea (author, seq) WHERE author IS NOT NULL;
    CREATE INDEX idea_co_authored ON idea (seq) WHERE coAuthors <> '[]';
    CREATE INDEX idea_newest ON idea (seq);
    CREATE INDEX idea_newest_in_state ON idea (state, seq);
    CREATE INDEX idea_latest_in_state ON idea (state, activity, seq);
    CREATE INDEX idea_in_stage ON idea (state, stage, seq);
    CREATE INDEX idea_in_challenge ON idea (state, challenge, seq);

    CREATE TABLE idea_revision (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      idea INTEGER NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL CHECK (number > 0),
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      textFrom INTEGER NOT NULL,
      replacedAt INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX idea_revision_by_idea ON idea_revision (idea, seq);
    CREATE INDEX idea_revision_by_text ON idea_revision (textFrom, seq);

    CREATE TABLE move (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      idea INTEGER NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      "from" TEXT NOT NULL,
      "to" TEXT NOT NULL,
      reason TEXT,
      overrode INTEGER NOT NULL CHECK (overrode IN (0, 1)),
      "by" INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX move_by_idea ON move (idea, seq);

    CREATE TABLE comment (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      idea INTEGER NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL CHECK (number > 0),
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      author INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      replyTo INTEGER REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
      mentions TEXT NOT NULL CHECK (json_valid(mentions)),
      isWithdrawn INTEGER NOT NULL CHECK (isWithdrawn IN (0, 1)),
      hidden TEXT CHECK (hidden IS NULL OR json_valid(hidden)),
      formerHiding TEXT CHECK (formerHiding IS NULL OR json_valid(formerHiding)),
      revision INTEGER NOT NULL CHECK (revision > 0),
      textFrom INTEGER NOT NULL,
      createdAt INTEGER NOT NULL,
      updatedAt INTEGER NOT NULL,
      UNIQUE (idea, number)
    ) STRICT;
    CREATE INDEX comment_by_idea ON comment (idea, seq);
    CREATE INDEX comment_by_author ON comment (author, seq) WHERE author IS NOT NULL;

    CREATE TABLE comment_revision (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      comment INTEGER NOT NULL REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL CHECK (number > 0),
      text TEXT NOT NULL,
      textFrom INTEGER NOT NULL,
      replacedAt INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX comment_revision_by_comment ON comment_revision (comment, seq);

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      idea INTEGER NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      worksheet TEXT NOT NULL,
      field TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (json_valid(answer)),
      answeredBy INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      answeredAt INTEGER NOT NULL,
      answeredIn INTEGER NOT NULL,
      UNIQUE (idea, worksheet, field)
    ) STRICT;
    CREATE INDEX entry_by_worksheet ON entry (idea, worksheet, seq);
    CREATE INDEX entry_by_idea ON entry (idea, seq);

    """

  private static let voting = """
    CREATE TABLE round (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      number INTEGER NOT NULL UNIQUE CHECK (number > 0),
      title TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (json_valid(kind)),
      isStanding INTEGER NOT NULL CHECK (isStanding IN (0, 1)),
      isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1)),
      ballotList TEXT CHECK (ballotList IS NULL OR json_valid(ballotList)),
      openedAt INTEGER NOT NULL,
      closedAt INTEGER
    ) STRICT;
    CREATE INDEX round_by_state ON round (isOpen, seq);
    CREATE UNIQUE INDEX round_open ON round (isOpen) WHERE isOpen = 1;

    CREATE TABLE ballot (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
      person INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
      idea INTEGER NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      position TEXT CHECK (position IN ('agree', 'disagree', 'pass')),
      previous TEXT CHECK (previous IN ('agree', 'disagree', 'pass')),
      counts INTEGER NOT NULL CHECK (counts IN (0, 1))
    ) STRICT;
    CREATE INDEX ballot_by_idea ON ballot (round, idea, seq);
    CREATE INDEX ballot_by_person ON ballot (round, person, seq);
    CREATE INDEX ballot_by_person_and_idea ON ballot (round, person, idea, counts, seq);

    CREATE TABLE tally (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
      idea INTEGER NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
      dots INTEGER NOT NULL CHECK (dots >= 0),
      agree INTEGER NOT NULL CHECK (agree >= 0),
      disagree INTEGER NOT NULL CHECK (disagree >= 0),
      pass INTEGER NOT NULL CHECK (pass >= 0),
      people INTEGER NOT NULL CHECK (people > 0),
      UNIQUE (round, idea)
    ) STRICT;
    CREATE INDEX tally_by_idea ON tally (idea, seq);

    """
}
