package holdfast.core.learning;

import java.util.Arrays;

/** The rows of a regression: columns of which the first is 1, a label and a weight. Grows. */
final class Design {

    private static final int ROWS_FIRST = 1024;

    private final int columns;
    private double[] cells;
    private double[] labels = new double[ROWS_FIRST];
    private double[] weights = new double[ROWS_FIRST];
    private int rows;

    Design(int columns) {
        this.columns = columns;
        this.cells = new double[ROWS_FIRST * columns];
    }

    int rows() {
        return rows;
    }

    double label(int row) {
        return labels[row];
    }

    double weight(int row) {
        return weights[row];
    }

    /** Appends a row of zeros but for the first column; fill it through {@link #set}. */
    int add(double label, double weight) {
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, 2 * rows);
            weights = Arrays.copyOf(weights, 2 * rows);
            cells = Arrays.copyOf(cells, 2 * rows * columns);
        }
        labels[rows] = label;
        weights[rows] = weight;
        cells[rows * columns] = 1;
        return rows++;
    }

    void set(int row, int column, double value) {
        cells[row * columns + column] = value;
    }

    double dot(int row, double[] coefficients) {
        int at = row * columns;
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < columns; i += 2) {
            even += cells[at + i] * coefficients[i];
            odd += cells[at + i + 1] * coefficients[i + 1];
        }
        return i < columns ? even + odd + cells[at + i] * coefficients[i] : even + odd;
    }

    /** Adds the row times a factor. */
    void addTo(double[] sum, int row, double factor) {
        int at = row * columns;
        for (int i = 0; i < columns; i++) {
            sum[i] += factor * cells[at + i];
        }
    }

    /**
     * The sum of the outer products of rows with themselves.
     *
     * @param factors what each row's product counts
     * @param stride every how many rows one is taken, from the first
     */
    double[][] squares(double[] factors, int stride) {
        double[][] sum = new double[columns][columns];
        int row = 0;
        for (; row + 3 * stride < rows; row += 4 * stride) {
            addSquares(sum, factors, row, stride);
        }
        for (; row < rows; row += stride) {
            addSquare(sum, row * columns, factors[row]);
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                sum[j][i] = sum[i][j];
            }
        }
        return sum;
    }

    /** Adds the lower halves of four products at once, which saves most of the memory's work. */
    private void addSquares(double[][] sum, double[] factors, int row, int stride) {
        int step = stride * columns;
        int first = row * columns;
        int second = first + step;
        int third = second + step;
        int fourth = third + step;
        for (int i = 0; i < columns; i++) {
            double a = factors[row] * cells[first + i];
            double b = factors[row + stride] * cells[second + i];
            double c = factors[row + 2 * stride] * cells[third + i];
            double d = factors[row + 3 * stride] * cells[fourth + i];
            if (a == 0 && b == 0 && c == 0 && d == 0) {
                continue;
            }
            double[] line = sum[i];
            for (int j = 0; j <= i; j++) {
                line[j] +=
                        a * cells[first + j]
                                + b * cells[second + j]
                                + c * cells[third + j]
                                + d * cells[fourth + j];
            }
        }
    }

    private void addSquare(double[][] sum, int at, double factor) {
        for (int i = 0; i < columns; i++) {
            double scaled = factor * cells[at + i];
            double[] line = sum[i];
            for (int j = 0; j <= i; j++) {
                line[j] += scaled * cells[at + j];
            }
        }
    }

    /** The weighted mean of each column; NaN of nothing. */
    double[] means() {
        double[] means = new double[columns];
        double total = 0;
        for (int row = 0; row < rows; row++) {
            addTo(means, row, weights[row]);
            total += weights[row];
        }
        for (int i = 0; i < columns; i++) {
            means[i] /= total;
        }
        return means;
    }

    /** The weighted mean of the labels; a half of nothing. */
    double meanLabel() {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < rows; row++) {
            sum += weights[row] * labels[row];
            total += weights[row];
        }
        return total > 0 ? sum / total : 0.5;
    }
}
