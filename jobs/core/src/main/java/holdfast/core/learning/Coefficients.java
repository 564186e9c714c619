package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/** The bytes of a fit's coefficients, whose number both sides know. */
final class Coefficients {

    private Coefficients() {}

    static void write(double[] coefficients, ByteWriter out) {
        for (double coefficient : coefficients) {
            out.writeDouble(coefficient);
        }
    }

    static double[] read(ByteReader in, int count) {
        double[] coefficients = new double[count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = in.readDouble();
        }
        return coefficients;
    }
}
