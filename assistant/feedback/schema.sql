-- Feedback, one row for each answer that a citizen said something of; the rest is JSON.
CREATE TABLE IF NOT EXISTS feedback (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  given_at TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT,
  comment TEXT NOT NULL,
  given TEXT NOT NULL,
  decision TEXT NOT NULL,
  review TEXT NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS feedback_by_day ON feedback (given_at);

-- The key of receipts and sessions: made once, so that both outlive a restart.
CREATE TABLE IF NOT EXISTS secret (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  key BLOB NOT NULL
) STRICT;
