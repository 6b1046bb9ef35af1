-- In how few hands mail is: the Herfindahl-Hirschman index, the largest and the three largest, with their ranges.
-- What the ends of the ranges are is told in the data dictionary, under concentration.
-- Run in a run's folder: duckdb < pipelines/queries/concentration.sql
WITH listed AS (
  SELECT
    * EXCLUDE sector,
    unnest(['all', sector]) AS sector,
    CASE WHEN len(receiver_possible) > 0 THEN 'conflict' ELSE receiver END AS received_by,
    CASE WHEN status = 'conflict' THEN 'conflict' ELSE backend END AS run_by
  FROM 'tables/attributions.parquet'
), said AS (
  SELECT sector, organisation_id, unnest([
    {axis: 'backend', value: run_by},
    {axis: 'backend_jurisdiction', value: CASE run_by WHEN 'conflict' THEN run_by ELSE coalesce(backend_jurisdiction, CASE run_by WHEN 'self' THEN 'self' ELSE 'unknown' END) END},
    {axis: 'receiver', value: received_by},
    {axis: 'receiver_jurisdiction', value: CASE received_by WHEN 'conflict' THEN received_by ELSE coalesce(receiver_jurisdiction, CASE received_by WHEN 'self' THEN 'self' ELSE 'unknown' END) END}
  ], recursive := true)
  FROM listed
  WHERE status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain')
), operators AS (
  -- Of receivers and backends, each organisation that runs its mail itself is an operator of its own.
  SELECT sector, axis, value, CASE WHEN value = 'self' AND axis IN ('backend', 'receiver') THEN organisation_id END AS own, count(*) AS n
  FROM said
  WHERE value NOT IN ('unknown', 'conflict')
  GROUP BY ALL
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY sector, axis ORDER BY n DESC, value = 'self', value) AS place FROM operators
), added AS (
  SELECT
    sector,
    axis,
    sum(n)::BIGINT AS decided,
    coalesce(sum(n) FILTER (WHERE value = 'self'), 0)::BIGINT AS self_run,
    count(*) AS operators,
    sum(n * n) AS squares,
    max(n) AS largest,
    sum(n) FILTER (WHERE place <= 3) AS three,
    list(value ORDER BY place) FILTER (WHERE place <= 3) AS top
  FROM ranked
  GROUP BY sector, axis
), whole AS (
  SELECT sector, axis, count(*) AS denominator FROM said GROUP BY sector, axis
), filled AS (
  SELECT
    sector,
    axis,
    coalesce(denominator, 0) AS denominator,
    coalesce(decided, 0) AS decided,
    coalesce(denominator, 0) - coalesce(decided, 0) AS undecided,
    coalesce(self_run, 0) AS self_run,
    coalesce(operators, 0) AS operators,
    coalesce(squares, 0) AS squares,
    coalesce(largest, 0) AS largest,
    coalesce(three, 0) AS three,
    coalesce(top, []) AS top
  FROM (SELECT DISTINCT sector FROM listed)
  CROSS JOIN (VALUES ('backend'), ('backend_jurisdiction'), ('receiver'), ('receiver_jurisdiction')) AS axes(axis)
  LEFT JOIN whole USING (sector, axis)
  LEFT JOIN added USING (sector, axis)
)
SELECT
  sector,
  axis,
  denominator,
  decided,
  undecided,
  self_run,
  operators,
  round(squares / nullif(decided * decided, 0), 6) AS hhi,
  round((squares + undecided) / nullif(denominator * denominator, 0), 6) AS hhi_low,
  round((squares - largest * largest + (largest + undecided) * (largest + undecided)) / nullif(denominator * denominator, 0), 6) AS hhi_high,
  top[1] AS top1_operator,
  round(largest / nullif(decided, 0), 6) AS top1_share,
  round(greatest(largest, least(undecided, 1)) / nullif(denominator, 0), 6) AS top1_share_low,
  round((largest + undecided) / nullif(denominator, 0), 6) AS top1_share_high,
  top AS top3_operators,
  round(three / nullif(decided, 0), 6) AS top3_share,
  round((three + least(undecided, 3 - len(top))) / nullif(denominator, 0), 6) AS top3_share_low,
  round((three + undecided) / nullif(denominator, 0), 6) AS top3_share_high
FROM filled
ORDER BY sector, axis;
