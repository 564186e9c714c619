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
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += cells[at + i] * coefficients[i];
        }
        return sum;
    }

    /** Adds the row times a factor. */
    void addTo(double[] sum, int row, double factor) {
        int at = row * columns;
        for (int i = 0; i < columns; i++) {
            sum[i] += factor * cells[at + i];
        }
    }

    /** Adds the row's outer product with itself times a factor, on and below the diagonal. */
    void addSquareTo(double[][] sum, int row, double factor) {
        int at = row * columns;
        for (int i = 0; i < columns; i++) {
            double scaled = factor * cells[at + i];
            if (scaled == 0) {
                continue;
            }
            double[] line = sum[i];
            for (int j = 0; j <= i; j++) {
                line[j] += scaled * cells[at + j];
            }
        }
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
