package holdfast.simulator;

/**
 * All that a simulation depends on; equal settings give equal bytes.
 *
 * @param seed any number
 * @param startMillis the shop's first instant
 */
public record SimulationSettings(
        long seed,
        long startMillis,
        Crowd crowd,
        Spending spending,
        Bursts bursts,
        FaultRates faults) {

    /**
     * A shop where silence shows within weeks: visits every 2 to 12 days, a quarter of the
     * customers gone within two months, a third of those back for a while.
     */
    public static SimulationSettings demo(long seed, long startMillis, int customers) {
        return new SimulationSettings(
                seed,
                startMillis,
                new Crowd(customers, customers * .0035, .22, 2.5, 1.5, 300, .35, 18),
                new Spending(35_00, 1.0, .4),
                new Bursts(.1, 2, 10),
                FaultRates.usual());
    }

    /** The same shop with other faults in its traffic. */
    public SimulationSettings withFaults(FaultRates changed) {
        return new SimulationSettings(seed, startMillis, crowd, spending, bursts, changed);
    }
}
