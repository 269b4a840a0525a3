package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.schemas.Observation;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alert.Alarms;
import org.vigie.signal.alert.Frame;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.rules.RuleBook;
import org.vigie.signal.clean.Arrival;
import org.vigie.signal.clean.Channels;
import org.vigie.signal.clean.Cleaner;
import org.vigie.signal.clean.Judgement;
import org.vigie.signal.clean.Outcome;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.clean.Status;
import org.vigie.signal.earlywarning.Place;

/** What the rules of the ward make of what a bed sends: cleaned, then watched. */
final class Watch {
    private final Alarms alarms = new Alarms(RuleBook.adultIcu().standard().rules());
    private final StayWatch stay = new StayWatch("stay");
    private final Set<String> messages = new HashSet<>();
    private final Map<Reason, Integer> reasons = new HashMap<>();
    private final List<Transition> transitions = new ArrayList<>();
    private Channels channels = Channels.SILENT;
    private long offset;

    static Watch over(List<Event> events) {
        Watch watch = new Watch();
        Wards.observations(events).forEach(watch::see);
        return watch;
    }

    List<Transition> transitions() {
        return transitions;
    }

    Map<Reason, Integer> reasons() {
        return reasons;
    }

    private static Arrival arrival(Observation observation) {
        return new Arrival(observation.getReceivedTime(), observation.getReceivedTime());
    }

    private void see(Observation observation) {
        if (!messages.add(observation.getMessageId())) {
            return;
        }
        List<Reading> readings =
                observation.getReadings().stream().map(Watch::reading).toList();
        Judgement judgement = Cleaner.judge(readings, arrival(observation), channels);
        channels = judgement.channels();
        SortedMap<Instant, List<Frame.Kept>> kept = new TreeMap<>();
        SortedMap<Instant, List<String>> heard = new TreeMap<>();
        for (int index = 0; index < readings.size(); index++) {
            Reading reading = readings.get(index);
            Reason reason = judgement.reasons().get(index);
            reasons.merge(reason, 1, Integer::sum);
            if (reason.outcome() == Outcome.KEPT && reason != Reason.OUT_OF_ORDER) {
                kept.computeIfAbsent(reading.measuredAt(), ignored -> new ArrayList<>())
                        .add(new Frame.Kept(reading.variable(), value(reading), new Place(0, offset, index)));
            } else if (reason.outcome() == Outcome.SUSPECT) {
                heard.computeIfAbsent(reading.measuredAt(), ignored -> new ArrayList<>())
                        .add(reading.variable());
            }
        }
        offset++;
        Set<Instant> instants = new HashSet<>(kept.keySet());
        instants.addAll(heard.keySet());
        instants.stream()
                .sorted()
                .forEach(at -> transitions.addAll(alarms.see(
                        stay,
                        new Frame(
                                observation.getBed(),
                                at,
                                observation.getReceivedTime(),
                                kept.getOrDefault(at, List.of()),
                                heard.getOrDefault(at, List.of())))));
    }

    private static double value(Reading reading) {
        return VariableCatalogue.standard()
                .get(reading.variable())
                .conversionFrom(reading.unit())
                .orElseThrow()
                .apply(reading.value());
    }

    private static Reading reading(org.vigie.schemas.Reading sent) {
        return new Reading(
                sent.getVariable(),
                sent.getValue() == null ? Double.NaN : sent.getValue(),
                sent.getText() == null ? "" : sent.getText(),
                sent.getUnit(),
                Status.valueOf(sent.getStatus().name()),
                sent.getMeasuredAt());
    }
}
