# Leverage, standardised residuals and Cook's distance as R's hatvalues, rstandard and cooks.distance
# have them: LC_ALL=C Rscript src/test/resources/oracles/influence.R > src/test/resources/oracles/influence.json
# Run from the top folder. Rows with a missing cell are left out; lines are those of the file. Of
# every set the rows with the largest distances are kept.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
numbers <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
case <- function(data, target, exclude = "") {
  rows <- read.csv(file.path("datasets", paste0(data, ".csv")), check.names = FALSE, stringsAsFactors = TRUE)
  d <- na.omit(rows[, !(names(rows) %in% strsplit(exclude, ",")[[1]])])
  names(d)[names(d) == target] <- "y"
  m <- lm(y ~ ., d)
  cook <- cooks.distance(m)
  first <- order(-cook)[1:10]
  sprintf('  {"data": "%s", "target": "%s", "exclude": "%s", "line": %s,\n   "leverage": %s,\n   "standardized_residual": %s,\n   "cooks_distance": %s}',
    data, target, exclude, numbers(as.integer(rownames(d))[first] + 1), numbers(hatvalues(m)[first]),
    numbers(rstandard(m)[first]), numbers(cook[first]))
}
cases <- c(
  case("longley", "TOTEMP", "Obs"),
  case("norris", "y"),
  case("mtcars", "mpg", "model"),
  case("diabetes", "progression"),
  case("penguins", "body_mass_g"))
cat('{"version": "', R.version.string, '", "fits": [\n', paste(cases, collapse = ",\n"), "\n]}\n", sep = "")
