package org.vigie.bench.ward;

import java.util.Collection;
import java.util.List;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;

/**
 * Holds the events of one unit and the alarms that they raised.
 *
 * @param artefacts what went wrong with its equipment
 * @param alarms alarms that the running apps raised
 * @param calls calls of the running apps: of an incident, or of an alarm that belongs to none
 * @param plain by thresholds alone
 * @param urgent when a raw value crossed an urgent limit
 * @param records that its beds sent
 */
record UnitDay(
        List<DeteriorationTruths> happenings,
        List<Truth> artefacts,
        List<BenchAlarm> alarms,
        List<BenchAlarm> calls,
        List<BenchAlarm> plain,
        List<BenchAlarm> urgent,
        long records) {
    UnitDay {
        happenings = List.copyOf(happenings);
        artefacts = List.copyOf(artefacts);
        alarms = List.copyOf(alarms);
        calls = List.copyOf(calls);
        plain = List.copyOf(plain);
        urgent = List.copyOf(urgent);
    }

    static UnitDay of(
            Collection<Truth> truths,
            List<BenchAlarm> alarms,
            List<BenchAlarm> calls,
            List<BenchAlarm> plain,
            List<BenchAlarm> urgent,
            long records) {
        List<Truth> artefacts = truths.stream()
                .filter(truth -> truth.getKind() == TruthKind.ARTEFACT || truth.getKind() == TruthKind.CABLE_OFF)
                .toList();
        return new UnitDay(DeteriorationTruths.in(truths), artefacts, alarms, calls, plain, urgent, records);
    }
}
