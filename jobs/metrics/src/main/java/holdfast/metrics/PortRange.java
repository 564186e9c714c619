package holdfast.metrics;

/** The ports to try, from the first to the last; port 0 is any free one. */
record PortRange(int first, int last) {

    private static final int PORT_MAX = 65_535;

    PortRange {
        if (first < 0 || last < first || last > PORT_MAX) {
            throw new IllegalArgumentException("no range of ports: " + first + "-" + last);
        }
    }

    /**
     * Reads {@code 9250} or {@code 9250-9260}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static PortRange parse(String text) {
        String[] ends = text.strip().split("-", 2);
        try {
            int first = Integer.parseInt(ends[0].strip());
            return new PortRange(
                    first, ends.length == 1 ? first : Integer.parseInt(ends[1].strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "the port must be a number or a range such as 9250-9260 (got \"" + text + "\")",
                    notANumber);
        }
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
