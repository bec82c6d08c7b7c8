# Standard errors, tests and figures as R's summary(lm) and summary(glm) have them:
#   Rscript src/test/resources/oracles/inference.R > src/test/resources/oracles/inference.json
# Run from the top folder. Rows with a missing cell are left out. A weight of w counts as w rows: R
# gets these rows w times. Coefficients go as gdtrain has them, the intercept last. The tests of
# gamma are t tests with Pearson's dispersion, as summary(glm) has them; intervals are Wald's.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
numbers <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
moved <- function(x, intercept) if (intercept) c(x[-1], x[1]) else x
inflation <- function(x) sapply(2:ncol(x), function(j) {
  r <- lm.fit(x[, -j, drop = FALSE], x[, j])$residuals
  sum((x[, j] - mean(x[, j]))^2) / sum(r^2)
})
control <- glm.control(epsilon = 1e-15, maxit = 100)
case <- function(kind, data, target, exclude = "", weight = "", intercept = TRUE, cluster = "") {
  rows <- read.csv(file.path("datasets", paste0(data, ".csv")), check.names = FALSE, stringsAsFactors = TRUE)
  left <- strsplit(exclude, ",")[[1]]
  d <- na.omit(rows[, !(names(rows) %in% left)])
  if (weight != "") {
    d <- d[rep(seq_len(nrow(d)), d[[weight]]), names(d) != weight]
  }
  if (kind == "binomial") d[[target]] <- as.integer(d[[target]] == max(levels(factor(d[[target]]))))
  names(d)[names(d) == target] <- "y"
  formula <- if (intercept) y ~ . else y ~ . - 1
  family <- switch(kind, binomial = binomial(), poisson = poisson(), gamma = Gamma("log"), NULL)
  m <- if (kind == "gaussian") lm(formula, d) else suppressWarnings(glm(formula, family, d, control = control))
  s <- summary(m)
  freedom <- if (kind %in% c("gaussian", "gamma")) m$df.residual else Inf
  se <- s$coefficients[, 2]
  reach <- if (is.finite(freedom)) qt(0.975, freedom) else qnorm(0.975)
  figures <- c(log_likelihood = as.numeric(logLik(m)), deviance = deviance(m), aic = AIC(m), bic = BIC(m),
    df_residual = m$df.residual)
  if (kind == "gamma") figures <- c(figures, dispersion = s$dispersion)
  vif <- "[]"
  if (kind == "gaussian") {
    f <- s$fstatistic
    figures <- c(figures, residual_sd = s$sigma, adjusted_r2 = s$adj.r.squared, f_statistic = f[[1]],
      f_p = pf(f[1], f[2], f[3], lower.tail = FALSE)[[1]])
    if (intercept && ncol(model.matrix(m)) > 2) vif <- numbers(inflation(model.matrix(m)))
  }
  last <- function(x) numbers(moved(x, intercept))
  sprintf('  {"kind": "%s", "data": "%s", "target": "%s", "exclude": "%s", "weight": "%s", "intercept": %s,\n   "estimate": %s,\n   "error": %s,\n   "statistic": %s,\n   "p": %s,\n   "lower": %s,\n   "upper": %s,\n   "vif": %s,\n   "figures": {%s}}',
    kind, data, target, exclude, weight, tolower(intercept), last(coef(m)), last(se),
    last(s$coefficients[, 3]), last(s$coefficients[, 4]), last(coef(m) - reach * se),
    last(coef(m) + reach * se), vif,
    paste0('"', names(figures), '": ', number(figures), collapse = ", "))
}
few <- "model,cyl,disp,hp,drat,wt,qsec,gear,carb"
cases <- c(
  case("gaussian", "longley", "TOTEMP", "Obs"),
  case("gaussian", "norris", "y"),
  case("gaussian", "mtcars", "mpg", "model"),
  case("gaussian", "mtcars", "mpg", "model,cyl,vs,am", intercept = FALSE),
  case("gaussian", "mtcars", "mpg", "model,cyl,vs,am", weight = "gear"),
  case("gaussian", "diabetes", "progression"),
  case("gaussian", "penguins", "body_mass_g"),
  case("binomial", "titanic", "survived", "name"),
  case("binomial", "anes96", "vote"),
  case("binomial", "diabetes", "sex"),
  case("binomial", "mtcars", "vs", few),
  case("poisson", "mtcars", "carb", "model"),
  case("poisson", "mtcars", "gear", "model", weight = "cyl"),
  case("poisson", "anes96", "TVnews"),
  case("poisson", "diabetes", "progression"),
  case("poisson", "longley", "ARMED", "Obs"),
  case("gamma", "mtcars", "mpg", "model"),
  case("gamma", "diabetes", "progression"),
  case("gamma", "penguins", "body_mass_g"),
  case("gamma", "longley", "UNEMP", "Obs"))
cat('{"version": "', R.version.string, '", "fits": [\n', paste(cases, collapse = ",\n"), "\n]}\n", sep = "")
