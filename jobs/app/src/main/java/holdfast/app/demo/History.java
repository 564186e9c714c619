package holdfast.app.demo;

import holdfast.core.playbook.Playbook;
import holdfast.simulator.SimulatedRecord;
import holdfast.simulator.Simulation;
import holdfast.simulator.SimulationSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The shop before the first live instant: its records, and what they teach.
 *
 * @param shop ready to go on from the first live instant
 * @param records in order of arrival
 * @param figures fitted to the records
 */
record History(Simulation shop, List<SimulatedRecord> records, FirstFigures figures) {

    /** Lets the shop run through its past. */
    static History simulate(DemoSettings settings, Playbook playbook) {
        Simulation shop =
                new Simulation(
                        SimulationSettings.demo(
                                settings.seed(), DemoTime.START_MILLIS, settings.customers()));
        List<SimulatedRecord> records = new ArrayList<>();
        KnownCustomers customers = new KnownCustomers(playbook);
        shop.advanceTo(DemoTime.LIVE_FROM_MILLIS, records::add);
        records.forEach(customers::learn);
        return new History(shop, records, FirstFigures.fit(playbook, customers.all()));
    }
}
