package org.vigie.gateway.hl7.observation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7CodedField;
import org.vigie.gateway.hl7.obx.ContainmentTree;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.SentCode;

/**
 * Finds the drug of each channel of an infusion pump, by its place in the containment tree.
 *
 * <p>A pump sends the name of the drug (MDC_DRUG_NAME_TYPE) and its dose rate (MDC_RATE_DOSE) in rows of one channel. The drug names the
 * variable of the rate. Source: IHE PCD Technical Framework, pump rows of PCD-01.
 */
final class PumpDrugNames {
    private static final String DRUG_NAME = "184330";
    private static final String DRUG_NAME_WORD = "MDC_DRUG_NAME_TYPE";
    private static final int DOSE_RATE = 157924;
    private static final int CHANNEL_DEPTH = 3;

    private final Map<String, List<SentCode>> drugs = new HashMap<>();
    private final Set<String> rated = new HashSet<>();

    private PumpDrugNames() {}

    /** Reads the drugs of a message. */
    static PumpDrugNames of(Er7Message message) {
        var names = new PumpDrugNames();
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("OBX") && isDrugName(segment.raw(3))) {
                names.add(new ObxSegment(segment, 0));
            }
        }
        return names.isEmpty() ? names : names.withRates(message);
    }

    private PumpDrugNames withRates(Er7Message message) {
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("OBX") && segment.has(5) && segment.raw(3).contains(String.valueOf(DOSE_RATE))) {
                rated.add(channel(new ObxSegment(segment, 0).path()));
            }
        }
        return this;
    }

    private static boolean isDrugName(String codes) {
        return codes.contains(DRUG_NAME) || codes.contains(DRUG_NAME_WORD);
    }

    private void add(ObxSegment row) {
        if (!row.isEmpty()) {
            String sent = row.segment().repetitions(5).get(0);
            drugs.put(channel(row.path()), Hl7CodedField.answers(row.segment(), sent));
        }
    }

    /** Returns true when the message names no drug of a pump. */
    boolean isEmpty() {
        return drugs.isEmpty();
    }

    /** Returns true when the channel of a row has a drug. */
    boolean nameChannelOf(ObxSegment row) {
        return drugs.containsKey(channel(row.path()));
    }

    /** Returns the codes that name the variable of a row: those of the drug for its rate, else the row's own. */
    List<SentCode> codes(ObxSegment row) {
        return isRate(row) ? drugs.get(channel(row.path())) : row.codes();
    }

    /**
     * Returns true when a row says at which rate the drug of its channel is given: the dose rate, and in a channel without one the delivery
     * status.
     */
    boolean isRate(ObxSegment row) {
        return !drugs.isEmpty() && nameChannelOf(row) && (holds(row, DOSE_RATE) || isOnlyStatus(row));
    }

    private boolean isOnlyStatus(ObxSegment row) {
        return PumpDeliveryStates.isChannelStatus(row) && !rated.contains(channel(row.path()));
    }

    private static boolean holds(ObxSegment row, int code) {
        return row.codes().stream().anyMatch(sent -> SentCode.number(sent.code()) == code);
    }

    /** Returns the first three numbers of a path: {@code 1.1.2} of {@code 1.1.2.5}. */
    private static String channel(String path) {
        String own = path;
        while (ContainmentTree.depth(own) > CHANNEL_DEPTH) {
            own = own.substring(0, own.lastIndexOf('.'));
        }
        return own;
    }
}
