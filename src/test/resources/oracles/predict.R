# Prediction intervals and contributions as R's predict(lm) and predict(glm) have them:
#   LC_ALL=C Rscript src/test/resources/oracles/predict.R > src/test/resources/oracles/predict.json
# Run from the top folder. The first rows without a missing cell are predicted; terms go by column,
# as predict(type = "terms") has them, and constant is what they are added to.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
numbers <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
matrix_text <- function(x) paste0("[", paste(apply(x, 1, numbers), collapse = ",\n    "), "]")
shown <- 6
case <- function(kind, data, target, exclude = "", level = 0.95) {
  rows <- read.csv(file.path("datasets", paste0(data, ".csv")), check.names = FALSE, stringsAsFactors = TRUE)
  d <- na.omit(rows[, !(names(rows) %in% strsplit(exclude, ",")[[1]])])
  if (kind == "binomial") d[[target]] <- as.integer(d[[target]] == max(levels(factor(d[[target]]))))
  names(d)[names(d) == target] <- "y"
  family <- switch(kind, binomial = binomial(), poisson = poisson(), gamma = Gamma("log"), NULL)
  control <- glm.control(epsilon = 1e-15, maxit = 100)
  m <- if (kind == "gaussian") lm(y ~ ., d) else suppressWarnings(glm(y ~ ., family, d, control = control))
  interval <- "[]"
  if (kind == "gaussian") {
    interval <- matrix_text(suppressWarnings(predict(m, d, interval = "prediction", level = level))[1:shown, ])
  }
  terms <- predict(m, d, type = "terms")
  sprintf('  {"kind": "%s", "data": "%s", "target": "%s", "exclude": "%s", "level": %s, "columns": [%s], "rows": [%s],\n   "interval": %s,\n   "constant": %s,\n   "terms": %s}',
    kind, data, target, exclude, level, paste0('"', gsub("`", "", colnames(terms)), '"', collapse = ", "),
    paste(rownames(d)[1:shown], collapse = ", "), interval, number(attr(terms, "constant")), matrix_text(terms[1:shown, , drop = FALSE]))
}
cases <- c(
  case("gaussian", "longley", "TOTEMP", "Obs"),
  case("gaussian", "norris", "y", level = 0.99),
  case("gaussian", "mtcars", "mpg", "model", level = 0.8),
  case("gaussian", "diabetes", "progression"),
  case("gaussian", "penguins", "body_mass_g", level = 0.5),
  case("binomial", "titanic", "survived", "name"),
  case("binomial", "anes96", "vote"),
  case("poisson", "mtcars", "carb", "model"),
  case("gamma", "penguins", "body_mass_g"))
cat('{"version": "', R.version.string, '", "fits": [\n', paste(cases, collapse = ",\n"), "\n]}\n", sep = "")
