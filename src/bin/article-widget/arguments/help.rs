//! What the help of a command says below its options.

/// The columns of the tables that `import` reads.
pub(super) const TABLES: &str = "\
The first line of a CSV file names its columns, in any order:
  --commitments  id, name, value, scale, currency, hedge, equivalents (such as
                 \"about 53 billion USD; 50.4 billion EUR\"), start, year,
                 fiscalYear, months, years, end, openEnded, periodName, status,
                 purpose, source
  --teasers      row (the id of the row of stories), kicker, headline, summary,
                 href, source, published, image (the address of a picture),
                 imageWidth, imageHeight, imageAlternative, tags (such as
                 \"alibaba; Cloud\")";

/// What `check --format json` writes.
pub(super) const FORMATS: &str = "\
With --format json, standard output is a JSON list with an object for each problem:
  file       the name of the file as given; - for standard input
  line       where the part of the text at fault begins: the line, from 1,
  column     and the character of the line, from 1
  endLine    where the text goes on after it: the line,
  endColumn  and the character of the line
  path       the JSON path of the value, as in body[3].paragraph[1].link.href;
             empty for the document as a whole
  kind       syntax, type, missing, unknown, duplicate, value, reference, limit,
             claim or unused
  severity   error, warning for what is shown but may not be meant, or remark for
             what is fine and worth knowing; with --strict a warning is an error
  message    what was found and what would mend it
Later versions may add fields and kinds.";
