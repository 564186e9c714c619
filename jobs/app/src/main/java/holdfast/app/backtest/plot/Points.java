package holdfast.app.backtest.plot;

import java.util.ArrayList;
import java.util.List;

/** Points of a curve in the values of a chart's axes. Not thread-safe. */
public final class Points {

    private final List<Double> xs = new ArrayList<>();
    private final List<Double> ys = new ArrayList<>();

    /** Adds a point; a height that is no number leaves a gap in the curve. */
    public void add(double x, double y) {
        xs.add(x);
        ys.add(y);
    }

    public int size() {
        return xs.size();
    }

    public double x(int point) {
        return xs.get(point);
    }

    public double y(int point) {
        return ys.get(point);
    }
}
