-- What the sink keeps, in QuestDB's SQL. $ stands for the namespace's prefix. Every statement may be run again, and is at every start.
-- A table that was once released stays as it is; what it gained later stands in an ALTER behind it, so that older data get it too
-- (one column each: QuestDB's tables take no more at once).
-- The DEDUP keys make a row that is written again replace itself: whatever is sent twice is stored once.

-- One row for each raw reading, with its verdict. `time` is when it was measured; when that is no believable time
-- (more than 5 minutes ahead of, or 3 days behind, its reception) it is when it was received. `measured_at` is as sent.
-- raw_partition, raw_offset, raw_index: its place in observations.raw. `text` holds what was not a number. `channel` is which source of the
-- variable within the device; `unfollowed` is true where another channel of the variable was preferred: stored, used nowhere. (Rows of before
-- have false: a column that is added later has no other value of a BOOLEAN.)
CREATE TABLE IF NOT EXISTS $readings (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, variable SYMBOL, verdict SYMBOL, reason SYMBOL,
  source SYMBOL, device SYMBOL, unit SYMBOL,
  value DOUBLE, text VARCHAR, detail VARCHAR,
  measured_at TIMESTAMP, received_at TIMESTAMP, published_at TIMESTAMP,
  raw_partition INT, raw_offset LONG, raw_index INT
) TIMESTAMP(time) PARTITION BY HOUR TTL 7 DAYS WAL
DEDUP UPSERT KEYS(time, raw_partition, raw_offset, raw_index);

ALTER TABLE $readings ADD COLUMN IF NOT EXISTS channel SYMBOL;
ALTER TABLE $readings ADD COLUMN IF NOT EXISTS unfollowed BOOLEAN;

-- One row for each value that its sender took back, or that a correction took the place of: raw_* is the record that did so. The value's own
-- row in readings stays as it was; readings of verdict RETRACTED are what asked for it.
CREATE TABLE IF NOT EXISTS $withdrawals (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, variable SYMBOL, source SYMBOL, device SYMBOL,
  value DOUBLE, measured_at TIMESTAMP, received_at TIMESTAMP,
  raw_partition INT, raw_offset LONG, raw_index INT, place INT
) TIMESTAMP(time) PARTITION BY HOUR TTL 7 DAYS WAL
DEDUP UPSERT KEYS(time, raw_partition, raw_offset, raw_index, place);

ALTER TABLE $withdrawals ADD COLUMN IF NOT EXISTS channel SYMBOL;

-- The kept readings that still stand: what an analyst asks. Bound `time`.
CREATE VIEW IF NOT EXISTS $standing_readings AS (
  SELECT kept.* FROM (SELECT * FROM $readings WHERE verdict = 'KEPT') kept
  LEFT JOIN (
    SELECT bed, variable, source, device, measured_at, value, max(raw_offset) AS withdrawn_by FROM $withdrawals
  ) gone ON gone.bed = kept.bed AND gone.variable = kept.variable AND gone.source = kept.source AND gone.device = kept.device
    AND gone.measured_at = kept.measured_at AND gone.value = kept.value
  WHERE gone.withdrawn_by IS NULL OR gone.withdrawn_by < kept.raw_offset
);

-- One row for each hour and series of a stay, as the newest window fills it: MEASURED, CARRIED or NORMAL.
CREATE TABLE IF NOT EXISTS $cells (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, variable SYMBOL, kind SYMBOL,
  value DOUBLE, age_hours DOUBLE, hour INT, revision LONG
) TIMESTAMP(time) PARTITION BY DAY TTL 30 DAYS WAL
DEDUP UPSERT KEYS(time, stay, variable);

-- One row for each window and model. `time` is the window's end. Without a probability `reason` says why; `most_helpful` is the variable
-- to measure when the model abstained (status ABSTAINED).
CREATE TABLE IF NOT EXISTS $scores (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, status SYMBOL, model SYMBOL, model_version SYMBOL,
  probability DOUBLE, reason VARCHAR, hours_seen INT, imputed_share DOUBLE, latency_ms DOUBLE,
  scored_at TIMESTAMP, window_revision LONG, window_digest VARCHAR, model_digest VARCHAR
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, stay, model, model_version, window_digest);

ALTER TABLE $scores ADD COLUMN IF NOT EXISTS low DOUBLE;
ALTER TABLE $scores ADD COLUMN IF NOT EXISTS high DOUBLE;
ALTER TABLE $scores ADD COLUMN IF NOT EXISTS survival_1d DOUBLE;
ALTER TABLE $scores ADD COLUMN IF NOT EXISTS survival_7d DOUBLE;
ALTER TABLE $scores ADD COLUMN IF NOT EXISTS survival_30d DOUBLE;
ALTER TABLE $scores ADD COLUMN IF NOT EXISTS los_days DOUBLE;
ALTER TABLE $scores ADD COLUMN IF NOT EXISTS most_helpful SYMBOL;

-- One row for each of the largest contributions to a score, the largest at place 1. `hour` of the stay, `value` and `kind` are those of the
-- model's input; null when it is known about the patient, not measured.
CREATE TABLE IF NOT EXISTS $contributions (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, model SYMBOL, model_version SYMBOL, variable SYMBOL, kind SYMBOL,
  window_digest VARCHAR, place INT, hour INT, value DOUBLE, log_odds DOUBLE
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, stay, model, model_version, window_digest, place);

-- One row for each state and priority that an episode had: raised, upgraded, acknowledged, escalated, cleared ... Of two equal ones,
-- such as two escalations, the later stays; the topic alerts.ledger has both. `time` is the onset: the rows of one episode share it.
CREATE TABLE IF NOT EXISTS $alerts (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, rule SYMBOL, kind SYMBOL, priority SYMBOL, state SYMBOL,
  alert VARCHAR, value DOUBLE, bound DOUBLE, message_fr VARCHAR, message_en VARCHAR,
  raised_at TIMESTAMP, cleared_at TIMESTAMP, cause_published_at TIMESTAMP, rule_version VARCHAR
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, alert, state, priority);

-- Episodes that were raised and not cleared, one row each, with the highest priority that they had. However old: an episode whose CLEARED
-- row never came stays open here; who asks for the present bounds `time` (the alerting rule looks at the last 2 days).
CREATE VIEW IF NOT EXISTS $open_alerts AS (
  SELECT raised.* FROM (
    SELECT *, row_number() OVER (PARTITION BY alert ORDER BY rank) AS place FROM (
      SELECT *, CASE WHEN priority = 'HIGH' THEN 1 WHEN priority = 'MEDIUM' THEN 2 ELSE 3 END AS rank
      FROM $alerts WHERE state IN ('RAISED', 'UPGRADED')
    )
  ) raised
  LEFT JOIN (SELECT alert FROM $alerts WHERE state = 'CLEARED') cleared ON cleared.alert = raised.alert
  WHERE cleared.alert IS NULL AND raised.place = 1
);

-- One row for each triage level given to a stay. Two levels of one instant are two rows: UNKNOWN and a real one do not hide each other.
CREATE TABLE IF NOT EXISTS $triage (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, level SYMBOL,
  news2_low INT, news2_high INT, missing VARCHAR, risk DOUBLE, reasons_fr VARCHAR, reasons_en VARCHAR, rule_version VARCHAR
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, stay, level);

-- One row for each moment at which the admission system changed who lies in a bed: ADMITTED, TRANSFERRED (comes from another bed), LEFT; where
-- the claims of several patients contradict each other, CONFLICTING and SETTLED. topic_offset: the newest record of stays.current that says so;
-- in InfluxDB, which has no standing_movements, -1 for a movement that was taken back.
CREATE TABLE IF NOT EXISTS $bed_movements (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, movement SYMBOL,
  message_fr VARCHAR, message_en VARCHAR, topic_offset LONG
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, bed, stay, movement);

-- The movements that still stand. The newest record of a bed repeats the movements since the first of its stays: one that is missing there was
-- taken back. moved_to: the bed to which the patient goes; null when the patient leaves intensive care.
CREATE VIEW IF NOT EXISTS $standing_movements AS (
  SELECT moved.*, arrived.bed AS moved_to FROM $bed_movements moved
  JOIN (
    SELECT last.bed, last.newest, min(one.time) AS since FROM (SELECT bed, max(topic_offset) AS newest FROM $bed_movements) last
    JOIN $bed_movements one ON one.bed = last.bed AND one.topic_offset = last.newest
  ) told ON told.bed = moved.bed
  LEFT JOIN (SELECT time, bed, stay, 'LEFT' AS movement FROM $bed_movements WHERE movement = 'TRANSFERRED') arrived
    ON arrived.stay = moved.stay AND arrived.time = moved.time AND arrived.movement = moved.movement
  WHERE moved.topic_offset = told.newest OR moved.time < told.since
);

-- One row for each record that could not be read (records.quarantined) and each row that was refused (rows.rejected).
CREATE TABLE IF NOT EXISTS $refused (
  time TIMESTAMP,
  topic SYMBOL, reason SYMBOL, app SYMBOL,
  detail VARCHAR, topic_partition INT, topic_offset LONG
) TIMESTAMP(time) PARTITION BY DAY TTL 30 DAYS WAL
DEDUP UPSERT KEYS(time, topic, topic_partition, topic_offset);

-- One row for each alarm, from its raise (`time`) to its end; it replaces itself as the alarm is acknowledged, judged, cleared.
CREATE TABLE IF NOT EXISTS $alarm_episodes (
  time TIMESTAMP,
  bed SYMBOL, stay SYMBOL, unit SYMBOL, rule SYMBOL, kind SYMBOL, priority SYMBOL, feedback SYMBOL,
  alert VARCHAR, acknowledged_at TIMESTAMP, cleared_at TIMESTAMP, escalations INT
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, alert);

-- How often a unit's nurses are called: at each alarm and each minute. per_nurse: alarms per 10 minutes and nurse over 2 hours.
CREATE TABLE IF NOT EXISTS $alarm_loads (
  time TIMESTAMP,
  unit SYMBOL, flood SYMBOL,
  last_10_minutes INT, last_120_minutes INT, per_nurse DOUBLE, target DOUBLE, burn DOUBLE
) TIMESTAMP(time) PARTITION BY DAY TTL 365 DAYS WAL
DEDUP UPSERT KEYS(time, unit);
