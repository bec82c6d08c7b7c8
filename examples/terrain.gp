# Draws what gdtrain terrain printed: the loss as a map with contour lines, and the path of descent in it.
#   gnuplot -e "data='terrain.csv'; picture='terrain.png'" examples/terrain.gp
# Where there is a penalty it is the objective, column 6, since that is what descends.
if (!exists("data")) data = "terrain.csv"
if (!exists("picture")) picture = "terrain.png"
set terminal pngcairo size 1200,900 font "sans,13" linewidth 1.2
set datafile separator comma
is(kind) = strcol(1) eq kind
stats data skip 1 using 2 name "all" nooutput
what = exists("all_columns") && all_columns > 5 ? 6 : 4

# The colours go by the logarithm of the height above a floor a little below the lowest point.
stats data skip 1 using (is("surface") ? column(what) : NaN) name "surface" nooutput
if (!exists("surface_min")) exit error data . ": no row of kind surface has a finite number; gdtrain terrain prints such rows"
bottom = surface_min - 0.003 * (surface_max - surface_min)
height(loss) = log10(loss - bottom)
low = height(surface_min)
high = height(surface_max)

# The rows of the surface as the grid that they are, which is what contour lines are made of.
set table $path
plot data skip 1 using 2:3 with table if (is("path"))
side = int(sqrt(surface_records) + 0.5)
set dgrid3d side,side qnorm 4
set table $surface
splot data skip 1 using 2:3:(is("surface") ? height(column(what)) : NaN)
unset dgrid3d
set datafile separator whitespace
set contour base
unset surface
set cntrparam bspline levels incremental low, (high - low) / 16, high
set table $contours
splot $surface
unset table
unset contour
set surface

set output picture
set title (what == 6 ? "Loss plus penalty" : "The loss") . ", and the path of descent" font ",18" offset -18,1
set xlabel "x"
set ylabel "y"
set tics out nomirror
set border linecolor rgb "#555555"
set palette defined (0 "#0b2545", 0.25 "#13698a", 0.5 "#3aa98f", 0.75 "#b9d77a", 1 "#fdf6d8")
step = (high - low) / 8
set cbtics (sprintf("%.3g", surface_min) low)
set for [k = 1:8] cbtics add (sprintf("%.3g", bottom + 10 ** (low + k * step)) low + k * step)
set cbrange [low:high]
set autoscale fix
set view map
set lmargin at screen 0.09
set rmargin at screen 0.87
set tmargin at screen 0.92
set bmargin at screen 0.09
set pm3d interpolate 4,4
set key at screen 0.87, screen 0.985 horizontal maxrows 1 samplen 1
last = |$path| - 1
splot $surface with pm3d notitle, \
  $contours using 1:2:(high) with lines linecolor rgb "#60ffffff" notitle, \
  $path using 1:2:(high) with linespoints linecolor rgb "#d7263d" linewidth 2 pointtype 7 pointsize 0.5 title "epochs", \
  $path using 1:2:(high) every ::0::0 with points pointtype 7 pointsize 1.8 linecolor rgb "#f49d37" title "start", \
  $path using 1:2:(high) every ::last::last with points pointtype 7 pointsize 1.8 linecolor rgb "#ffffff" notitle, \
  $path using 1:2:(high) every ::last::last with points pointtype 7 pointsize 1.3 linecolor rgb "#d7263d" title "end"
