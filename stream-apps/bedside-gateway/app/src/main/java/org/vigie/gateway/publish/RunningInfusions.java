package org.vigie.gateway.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.NamedObservation;

/**
 * Remembers the last rate of each administration of a drug to a patient. When one of two administrations at the same time stops, the other
 * one still runs: its rate holds, and not 0.
 */
final class RunningInfusions {
    /** An administration of which nothing was told for so long does not count: a syringe or bag is changed within a day. */
    private static final Duration SILENT = Duration.ofHours(24);

    private static final int MOST = 10_000;

    private final Map<String, Map<String, NamedObservation>> lastRates = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, NamedObservation>> eldest) {
            return size() > MOST;
        }
    };

    private final UnaryOperator<String> pseudonyms;

    RunningInfusions(UnaryOperator<String> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Marks the rate of an administration with the pseudonyms of the administration and of all administrations of the drug. */
    NamedObservation marked(String sender, MeasuredValue one, NamedObservation named) {
        if (one.statement().isOfAdministration() && !one.patient().isEmpty()) {
            named.setAdministration(administration(sender, one));
            named.setInfusions(infusions(sender, one));
        }
        return named;
    }

    private String administration(String sender, MeasuredValue one) {
        return pseudonyms.apply(sender + "|" + one.statement().names().get(0) + "|" + one.variable());
    }

    private String infusions(String sender, MeasuredValue one) {
        return pseudonyms.apply(sender + "|infusions|" + one.patient() + "|" + one.device() + "|" + one.variable());
    }

    /** Takes the rate of an administration. Other values are left out. */
    void take(NamedObservation named) {
        if (named.getInfusions().isEmpty()) {
            return;
        }
        Map<String, NamedObservation> ofDrug =
                lastRates.computeIfAbsent(named.getInfusions(), drug -> new LinkedHashMap<>());
        NamedObservation last = ofDrug.get(named.getAdministration());
        if (named.getValue() == null) {
            ofDrug.remove(named.getAdministration());
        } else if (last == null || isEnd(named) || !named.getMeasuredAt().isBefore(last.getMeasuredAt())) {
            ofDrug.put(named.getAdministration(), named);
        }
    }

    /** Replaces the rate 0 of an administration that stopped by the last rate of another one that still runs. */
    List<MeasuredValue> besideOthers(String sender, List<MeasuredValue> measured) {
        return measured.stream()
                .map(one -> isStop(one)
                        ? beside(sender, one)
                                .map(other -> one.withValue(other.getValue()))
                                .orElse(one)
                        : one)
                .toList();
    }

    private static boolean isStop(MeasuredValue one) {
        return one.value() == 0
                && one.statement().isOfAdministration()
                && one.status() != MeasurementStatusRecord.RETRACTED
                && !one.patient().isEmpty();
    }

    private Optional<NamedObservation> beside(String sender, MeasuredValue stopped) {
        String own = administration(sender, stopped);
        return lastRates.getOrDefault(infusions(sender, stopped), Map.of()).values().stream()
                .filter(other -> !other.getAdministration().equals(own))
                .filter(other -> other.getValue() > 0 && ranAt(other, stopped.time()))
                .max(Comparator.comparing(NamedObservation::getMeasuredAt));
    }

    private static boolean isEnd(NamedObservation named) {
        return named.getValue() == 0 && !named.getState();
    }

    private static boolean ranAt(NamedObservation other, Instant stop) {
        return !other.getMeasuredAt().isAfter(stop) && other.getMeasuredAt().isAfter(stop.minus(SILENT));
    }
}
