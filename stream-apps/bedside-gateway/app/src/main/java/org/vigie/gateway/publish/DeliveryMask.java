package org.vigie.gateway.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.signal.masking.TextMasker;
import org.vigie.terminology.DropReason;

/**
 * Masks the free texts of a delivery before anything else uses them: texts of alarms, names of codes, values that are no numbers. The raw
 * message is kept as sent, sealed. Safe for several threads.
 */
final class DeliveryMask {
    /** Devices repeat their texts, so that few are masked anew. */
    private static final int REMEMBERED = 2_000;

    private final TextMasker masker = new TextMasker();
    private final Map<String, String> masked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    IntakeDelivery of(IntakeDelivery delivery) {
        return new IntakeDelivery(
                delivery.protocol(),
                delivery.sender(),
                delivery.messageId(),
                delivery.readings(),
                delivery.observations(),
                delivery.movements(),
                delivery.alerts().stream().map(this::of).toList(),
                delivery.dropped().stream().map(this::of).toList(),
                delivery.raw());
    }

    private BedsideAlert of(BedsideAlert alert) {
        return alert.withTexts(code(alert.code()), text(alert.text()), code(alert.source()), text(alert.value()));
    }

    private DroppedElement of(DroppedElement left) {
        return new DroppedElement(
                left.segment(),
                left.field(),
                code(left.code()),
                value(left),
                left.reason(),
                text(left.unit()),
                left.readings(),
                left.expected());
    }

    /** A time that cannot be read is no identity, and its form is what an integrator needs: ten digits are seconds. */
    private String value(DroppedElement left) {
        return left.reason() == DropReason.UNREADABLE_TIME ? left.value() : text(left.value());
    }

    /** Masks the name of a code, {@code number^name^system}. The number identifies the code and stays. */
    private String code(String code) {
        String[] parts = code.split("\\^", -1);
        for (int part = 1; part < parts.length; part++) {
            parts[part] = text(parts[part]);
        }
        return String.join("^", parts);
    }

    private synchronized String text(String text) {
        return text.isEmpty()
                ? text
                : masked.computeIfAbsent(text, each -> masker.mask(each).text());
    }
}
