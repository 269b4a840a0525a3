package org.vigie.gateway.publish;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.signal.masking.KnownNames;
import org.vigie.signal.masking.TextMasker;
import org.vigie.terminology.DropReason;

/**
 * Masks the free texts of a delivery before anything else uses them: texts of alarms, names of codes, values that are no numbers. The raw
 * message is kept as sent, sealed. Names that the message holds, and those of its patient from the admission on, are masked wherever they
 * stand. Safe for several threads.
 */
final class DeliveryMask {
    /** Devices repeat their texts, so that few are masked anew. */
    private static final int REMEMBERED = 2_000;

    private final TextMasker masker = new TextMasker();
    private final KnownPatientNames patients = new KnownPatientNames();
    private final Map<String, String> masked = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    IntakeDelivery of(IntakeDelivery delivery) {
        patients.remember(delivery);
        if (delivery.alerts().isEmpty() && delivery.dropped().isEmpty()) {
            return delivery;
        }
        return of(delivery, patients.of(delivery));
    }

    private IntakeDelivery of(IntakeDelivery delivery, KnownNames known) {
        return new IntakeDelivery(
                delivery.protocol(),
                delivery.sender(),
                delivery.messageId(),
                delivery.readings(),
                delivery.observations(),
                delivery.movements(),
                delivery.alerts().stream().map(alert -> of(alert, known)).toList(),
                delivery.dropped().stream().map(left -> of(left, known)).toList(),
                delivery.raw());
    }

    private BedsideAlert of(BedsideAlert alert, KnownNames known) {
        return alert.withTexts(
                code(alert.code(), known),
                text(alert.text(), known),
                code(alert.source(), known),
                text(alert.value(), known));
    }

    /** A unit such as {@code mol} can be somebody's name too, and is needed to find the fault: known names alone do not mask it. */
    private DroppedElement of(DroppedElement left, KnownNames known) {
        return new DroppedElement(
                left.segment(),
                left.field(),
                code(left.code(), known),
                value(left, known),
                left.reason(),
                text(left.unit(), KnownNames.NONE),
                left.readings(),
                left.expected());
    }

    /** A time that cannot be read is no identity, and its form is what an integrator needs: ten digits are seconds. */
    private String value(DroppedElement left, KnownNames known) {
        return left.reason() == DropReason.UNREADABLE_TIME ? left.value() : text(left.value(), known);
    }

    /** Masks the name of a code, {@code number^name^system}. The number identifies the code and stays. */
    private String code(String code, KnownNames known) {
        String[] parts = code.split("\\^", -1);
        for (int part = 1; part < parts.length; part++) {
            parts[part] = text(parts[part], known);
        }
        return String.join("^", parts);
    }

    private String text(String text, KnownNames known) {
        if (text.isEmpty()) {
            return text;
        }
        return known.standIn(text) ? masker.mask(text, known).text() : usual(text);
    }

    /** Masks outside the lock: a long text of one sender does not keep the others waiting. */
    private String usual(String text) {
        String before = masked.get(text);
        if (before != null) {
            return before;
        }
        String now = masker.mask(text).text();
        masked.put(text, now);
        return now;
    }
}
