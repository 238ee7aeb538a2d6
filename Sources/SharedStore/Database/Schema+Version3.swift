extension Schema {
  /// What a person did in one go. What was done before this version counts as done one by one. Nothing without a name may
  /// have it: it would tell that the same person did several things.
  static let version3 = """
    ALTER TABLE operation ADD COLUMN deed INTEGER CHECK (deed IS NULL OR actor IS NOT NULL);
    CREATE INDEX operation_by_deed ON operation (deed, seq) WHERE deed IS NOT NULL;
    CREATE TRIGGER operation_deed_stays BEFORE UPDATE ON operation WHEN OLD.deed IS NOT NEW.deed
    BEGIN
      SELECT RAISE (ABORT, 'the log is never rewritten');
    END;
    DROP TRIGGER operation_is_written_by_version_1;
    CREATE TRIGGER operation_is_written_by_version_3 BEFORE INSERT ON operation
    BEGIN
      SELECT hothouse_writes_version_3();
    END;

    """
}
