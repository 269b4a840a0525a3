package org.vigie.gateway.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.NamedObservation;
import org.vigie.terminology.DropReason;

/**
 * Remembers observations by the identifiers of their senders, and finds what a later message corrects. A correction with another instant
 * retracts the value of the earlier instant. A retraction retracts the value with its identifier, whatever instant it names. An identifier
 * that is used for two instants without a correction is ignored, since some senders use one identifier for all.
 */
public final class ObservationAmendments {
    private static final int MOST = 100_000;

    private final Function<String, List<String>> pseudonyms;
    private final Map<String, NamedObservation> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NamedObservation> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Creates an empty memory.
     *
     * @param pseudonyms pseudonyms of an identifier: that of the newest key, then those of older keys
     */
    public ObservationAmendments(Function<String, List<String>> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * Holds the values of one message, with the retractions that they cause.
     *
     * @param named the observations to remember by pseudonym, once the broker has all of the message
     * @param unsaid the values that are left out: replacements without a number of nothing
     */
    record AmendedValues(
            List<MeasuredValue> measured, Map<String, NamedObservation> named, List<MeasuredValue> unsaid) {
        /** Returns the values that are left out, as the inbox counts them. */
        List<DroppedElement> dropped() {
            return unsaid.stream()
                    .map(one -> new DroppedElement("", "", one.variable(), "", DropReason.NO_RESULT).withReadings(1))
                    .toList();
        }
    }

    synchronized void remember(Map<String, NamedObservation> named) {
        named.forEach(this::remember);
    }

    public synchronized void remember(String name, NamedObservation earlier) {
        known.remove(name);
        known.put(name, earlier);
    }

    /**
     * Amends the values of one message.
     *
     * @param placed the values, each with its bed
     */
    synchronized AmendedValues amend(String sender, List<MeasuredValue> placed) {
        List<MeasuredValue> measured = new ArrayList<>(placed.size());
        Map<String, NamedObservation> named = new LinkedHashMap<>();
        List<MeasuredValue> unsaid = new ArrayList<>();
        for (MeasuredValue one : placed) {
            List<List<String>> names = names(sender, one);
            NamedAmendment amendment = NamedAmendment.of(one, before(names, named));
            measured.addAll(amendment.measured());
            if (amendment.isUnsaid() && one.readings() > 0) {
                unsaid.add(one);
            }
            if (amendment.isRemembered()) {
                names.forEach(pseudonym -> named.put(pseudonym.get(0), amendment.named()));
            }
        }
        return new AmendedValues(measured, named, unsaid);
    }

    private Optional<NamedObservation> before(List<List<String>> names, Map<String, NamedObservation> named) {
        return names.stream()
                .flatMap(List::stream)
                .map(name -> named.getOrDefault(name, known.get(name)))
                .filter(earlier -> earlier != null)
                .findFirst();
    }

    /** Returns the pseudonyms of each identifier. The variable is part of it, since one observation can hold several. */
    private List<List<String>> names(String sender, MeasuredValue one) {
        return one.statement().keys().stream()
                .map(name -> pseudonyms.apply(sender + "|" + name + "|" + one.variable()))
                .toList();
    }
}
