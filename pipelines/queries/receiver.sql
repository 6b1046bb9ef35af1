-- Who accepts the mail first: organisations, the share, and the range of the share, by sector and in all.
-- What the ends of the range are is told in the data dictionary, under statistics.
-- Run in a run's folder: duckdb < pipelines/queries/receiver.sql
WITH listed AS (
  SELECT
    * EXCLUDE sector,
    unnest(['all', sector]) AS sector,
    status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain') AS measured,
    CASE
      WHEN NOT measured THEN status
      WHEN len(receiver_possible) > 0 THEN 'conflict'
      ELSE receiver
    END AS value
  FROM 'tables/attributions.parquet'
), denominators AS (
  SELECT sector, count(*) FILTER (WHERE measured) AS denominator FROM listed GROUP BY sector
), said AS (
  SELECT sector, value, measured, 1 AS has, true AS plain, 0 AS may
  FROM listed
  UNION ALL
  SELECT sector, unnest(list_distinct(list_transform(receiver_possible, one -> one.operator))), true, 0, false, 1
  FROM listed
  WHERE measured
)
SELECT
  sector,
  value,
  sum(has)::BIGINT AS organisations,
  any_value(denominator) AS denominator,
  CASE WHEN bool_and(measured) THEN round(sum(has) / any_value(denominator), 6) END AS share,
  CASE WHEN bool_and(measured) THEN round(coalesce(sum(has) FILTER (WHERE plain), 0) / any_value(denominator), 6) END AS share_low,
  CASE WHEN bool_and(measured) THEN round((sum(has) + sum(may)) / any_value(denominator), 6) END AS share_high
FROM said JOIN denominators USING (sector)
GROUP BY sector, value
ORDER BY sector, organisations DESC, value;
