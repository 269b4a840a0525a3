package org.vigie.gateway.hl7.observation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.obx.ContainmentTree;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.SentCode;

/**
 * Finds whether the channels of an infusion pump deliver, by their places in the containment tree.
 *
 * <p>The dose rate of a pump (MDC_RATE_DOSE) is its programmed rate, also while it is paused. The state stands in rows of its own: the
 * delivery status of the channel, and the infusing status, the status or the current flow of the pump. A flow in a channel that names a drug
 * is that of the channel. Source: IHE PCD Technical Framework, supplement Infusion Pump Event Communication, section X.1.2.1.
 */
final class PumpDeliveryStates {
    private static final int CHANNEL_STATUS = 158005;
    private static final Set<Integer> PUMP_STATUS = Set.of(184519, 184508);
    private static final int CURRENT_FLOW = 158014;
    private static final int CHANNEL_DEPTH = 3;
    private static final int PUMP_DEPTH = 2;

    /** Words of a pump that delivers its programmed rate. */
    private static final Set<String> DELIVERING = Set.of("delivering", "infusing", "transitioning");
    /** Words of a pump that delivers nothing. */
    private static final Set<String> STOPPED =
            Set.of("not-delivering", "not-infusing", "paused", "standby", "ready", "idle", "stopped", "off");

    private final Map<String, DeliveryState> states = new HashMap<>();
    /** Holds what the event of the message says, for a pump without a status. A stop may be the change of a rate. */
    private DeliveryState event = DeliveryState.DELIVERING;

    /** Lists what a pump says about a programmed rate; the first in this order that is said counts. */
    enum DeliveryState {
        /** The rate is 0. */
        STOPPED,
        /** The pump delivers at another rate: a bolus, or to keep the vein open. Or its words are not known. */
        DOUBTFUL,
        /** Nothing contradicts the rate. */
        DELIVERING
    }

    private PumpDeliveryStates() {}

    /** Reads the states of a message. A message without the drug of a pump, as almost each one of a monitor, has none. */
    static PumpDeliveryStates of(Er7Message message, PumpDrugNames drugs) {
        var states = new PumpDeliveryStates();
        List<Hl7Segment> rows = drugs.isEmpty() ? List.of() : message.segments();
        for (Hl7Segment segment : rows) {
            if (segment.is("OBX") && segment.has(5)) {
                states.add(new ObxSegment(segment, 0), drugs);
            }
        }
        return states;
    }

    private void add(ObxSegment row, PumpDrugNames drugs) {
        int code = code(row);
        if (PumpEventRows.isEndOfDelivery(row)) {
            event = DeliveryState.DOUBTFUL;
        } else if (code == CHANNEL_STATUS) {
            put(part(row.path(), CHANNEL_DEPTH), worded(row));
        } else if (PUMP_STATUS.contains(code)) {
            put(part(row.path(), PUMP_DEPTH), worded(row));
        } else if (code == CURRENT_FLOW && isZero(row)) {
            int depth = drugs.nameChannelOf(row) ? CHANNEL_DEPTH : PUMP_DEPTH;
            put(part(row.path(), depth), DeliveryState.STOPPED);
        }
    }

    private void put(String part, DeliveryState state) {
        states.merge(part, state, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /** Returns what the pump says about the programmed rate of a row. */
    DeliveryState of(ObxSegment rate) {
        return Stream.of(CHANNEL_DEPTH, PUMP_DEPTH)
                .map(depth -> states.get(part(rate.path(), depth)))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(event);
    }

    /** Returns true for the row that states the delivery status of a channel. */
    static boolean isChannelStatus(ObxSegment row) {
        return code(row) == CHANNEL_STATUS;
    }

    private static int code(ObxSegment row) {
        List<SentCode> codes = row.codes();
        return codes.isEmpty() ? 0 : SentCode.number(codes.get(0).code());
    }

    /** Reads the last word of {@code ^pump-status-not-infusing}, in whatever component it stands. */
    private static DeliveryState worded(ObxSegment row) {
        String text = row.segment().raw(5).toLowerCase(Locale.ROOT);
        if (STOPPED.stream().anyMatch(word -> text.contains("status-" + word))) {
            return DeliveryState.STOPPED;
        }
        return DELIVERING.stream().anyMatch(word -> text.contains("status-" + word))
                ? DeliveryState.DELIVERING
                : DeliveryState.DOUBTFUL;
    }

    private static boolean isZero(ObxSegment row) {
        return row.segment().get(5).matches("0+(\\.0*)?");
    }

    /** Returns the first numbers of a path: {@code 1.1.2} of {@code 1.1.2.5}. */
    private static String part(String path, int depth) {
        String own = path;
        while (ContainmentTree.depth(own) > depth) {
            own = own.substring(0, own.lastIndexOf('.'));
        }
        return own;
    }
}
