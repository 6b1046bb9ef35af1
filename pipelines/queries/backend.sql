-- Who runs the mailboxes, as far as DNS shows: organisations, the share, and the range of the share, by sector and in all.
-- What the ends of the range, domains and population are is told in the data dictionary, under statistics.
-- Run in a run's folder: duckdb < pipelines/queries/backend.sql
WITH listed AS (
  SELECT
    * EXCLUDE sector,
    unnest(['all', sector]) AS sector,
    status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain') AS measured,
    CASE
      WHEN NOT measured THEN status
      WHEN status = 'conflict' THEN 'conflict'
      ELSE backend
    END AS value
  FROM 'tables/attributions.parquet'
), counted AS (
  SELECT *, CASE sector WHEN 'all' THEN stands_for_domain = 'list' ELSE stands_for_domain IS NOT NULL END AS stands FROM listed
), denominators AS (
  SELECT
    sector,
    count(*) FILTER (WHERE measured) AS denominator,
    count(*) FILTER (WHERE measured AND stands) AS domains_denominator,
    sum(population) FILTER (WHERE measured)::BIGINT AS population_denominator
  FROM counted
  GROUP BY sector
), said AS (
  SELECT sector, value, measured, 1 AS has, value IN ('unknown', 'conflict') OR backend = receiver AS plain, 0 AS may, stands, population FROM counted
  UNION ALL
  SELECT sector, unnest(list_distinct(list_transform(backend_possible, one -> one.operator)
    || CASE WHEN status = 'conflict' AND backend <> 'unknown' THEN [backend] ELSE [] END)), true, 0, false, 1, false, NULL
  FROM counted
  WHERE measured
), added AS (
  SELECT
    sector,
    value,
    bool_and(measured) AS in_share,
    sum(has)::BIGINT AS organisations,
    any_value(denominator) AS denominator,
    coalesce(sum(has) FILTER (WHERE plain), 0) AS low,
    sum(has) + sum(may) AS high,
    count(*) FILTER (WHERE stands) AS domains,
    any_value(domains_denominator) AS domains_denominator,
    any_value(population_denominator) AS population_denominator,
    CASE WHEN sum(has) = 0 AND any_value(population_denominator) IS NOT NULL THEN 0 ELSE sum(population) END::BIGINT AS population
  FROM said JOIN denominators USING (sector)
  GROUP BY sector, value
)
SELECT
  sector,
  value,
  organisations,
  denominator,
  CASE WHEN in_share THEN round(organisations / denominator, 6) END AS share,
  CASE WHEN in_share THEN round(low / denominator, 6) END AS share_low,
  CASE WHEN in_share THEN round(high / denominator, 6) END AS share_high,
  domains,
  domains_denominator,
  CASE WHEN in_share THEN round(domains / nullif(domains_denominator, 0), 6) END AS domains_share,
  population,
  population_denominator,
  CASE WHEN in_share THEN round(population / nullif(population_denominator, 0), 6) END AS population_share
FROM added
ORDER BY sector, organisations DESC, value;
