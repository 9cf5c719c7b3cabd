# Stages and scaling as one SVG. Run by plot.sh, which makes stages.dat and sizes.dat.
# usage: gnuplot -e "folder='DIR'; out='bench.svg'" plot.gp
set terminal svg size 1100,340 font "sans-serif,12" background "white"
set output out
set multiplot layout 1,2
set style fill solid 0.8 noborder
set grid ytics lc rgb "#dddddd"
set border 3
set xtics nomirror
set ytics nomirror

set title "What each stage costs"
set ylabel "% of plain Gumbo's parse + destroy"
set xtics norotate font ",10"
set boxwidth 0.7
set yrange [0:*]
plot folder."/stages.dat" using 0:2:xtic(1) with boxes lc rgb "#3b7a57" notitle

set title "What a byte costs, by the size of the page"
set ylabel "CPU ns per byte"
set xlabel "page, KB"
set logscale x 4
set xrange [1:131072]
set xtics font ",12"
set yrange [0:*]
plot folder."/sizes.dat" using 1:2 with linespoints pt 7 lc rgb "#3b7a57" notitle
unset multiplot
