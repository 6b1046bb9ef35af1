-- The headline: who runs the mailboxes of most organisations, as far as DNS shows, of those with mail whose lookup succeeded.
-- Run in a run's folder: duckdb < pipelines/queries/headline.sql
SELECT
  CASE WHEN status = 'conflict' THEN 'conflict' ELSE backend END AS value,
  count(*) AS organisations,
  (sum(count(*)) OVER ())::BIGINT AS denominator,
  round(organisations / denominator, 6) AS share,
  count(*) FILTER (WHERE stands_for_domain = 'list') AS domains
FROM 'tables/attributions.parquet'
WHERE status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain')
GROUP BY ALL
ORDER BY organisations DESC, value
LIMIT 6;
