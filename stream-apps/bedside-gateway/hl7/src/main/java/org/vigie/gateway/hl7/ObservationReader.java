package org.vigie.gateway.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.Understood;
import org.vigie.gateway.codes.Understood.Not;
import org.vigie.gateway.codes.Understood.Quantity;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.Conversion;
import org.vigie.schemas.variable.Range;

/** An OBX as a measurement, or the reason why it is none. */
final class ObservationReader {
    private final CodeMap codes;
    private final String sender;

    ObservationReader(CodeMap codes, String sender) {
        this.codes = codes;
        this.sender = sender;
    }

    void read(Obx row, Context context, Findings findings) {
        Optional<Reason> unwanted = unwanted(row);
        if (unwanted.isPresent()) {
            findings.add(row.dropped(field(unwanted.get()), unwanted.get()));
            return;
        }
        List<String> values = row.segment().repetitions(5);
        if (values.size() > 1) {
            values = values.stream().distinct().toList();
        }
        boolean several = values.size() > 1;
        for (String value : values) {
            read(row, value, several, context, findings);
        }
    }

    private static Optional<Reason> unwanted(Obx row) {
        if (row.isDevice()) {
            return Optional.of(Reason.DEVICE_ROW);
        }
        if (ObxStatus.isRetracted(row.segment())) {
            return Optional.of(Reason.RETRACTED);
        }
        if (ObxStatus.isDeleted(row.segment())) {
            return Optional.of(Reason.NO_RESULT);
        }
        if (row.isSetting()) {
            return Optional.of(Reason.SETTING);
        }
        return row.isEmpty() ? Optional.of(row.isAttribute() ? Reason.ATTRIBUTE : Reason.EMPTY) : Optional.empty();
    }

    private void read(Obx row, String sent, boolean several, Context context, Findings findings) {
        Understood read = understood(row, sent);
        if (read instanceof Quantity quantity) {
            measured(row, quantity, several, context, findings);
        } else {
            Reason reason = ((Not) read).reason();
            findings.add(row.dropped(field(reason), reason));
        }
    }

    private Understood understood(Obx row, String sent) {
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent);
        if (value instanceof ObxValue.None none) {
            return new Not(none.reason());
        }
        double number = ((ObxValue.Numeric) value).value();
        Understood read = Meaning.of(codes, sender, row.codes(), number, row.units());
        boolean unknown = read instanceof Not not && not.reason() == Reason.UNMAPPED_CODE;
        return unknown && row.isAttribute() ? new Not(Reason.ATTRIBUTE) : read;
    }

    private static void measured(Obx row, Quantity quantity, boolean several, Context context, Findings findings) {
        Optional<Instant> time = context.time(row);
        if (time.isEmpty()) {
            findings.add(row.dropped(14, Reason.NO_TIME));
            return;
        }
        ReadingStatus said = context.isTest() ? ReadingStatus.TEST : ObxStatus.of(row.segment());
        findings.add(new Measured(
                context.bed(),
                context.patient(),
                context.device(row),
                time.get(),
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                several && said == ReadingStatus.VALID ? ReadingStatus.QUESTIONABLE : said,
                converted(Numbers.range(row.segment().words(7)), quantity.conversion())));
    }

    private static Range converted(Range sent, Conversion conversion) {
        return conversion.equals(Conversion.IDENTITY) || sent.equals(Range.UNBOUNDED)
                ? sent
                : new Range(conversion.apply(sent.low()), conversion.apply(sent.high()));
    }

    /** The field that a reason is about. */
    private static int field(Reason reason) {
        return switch (reason) {
            case UNMAPPED_CODE, NO_CODE, DEVICE_ROW, ATTRIBUTE -> 3;
            case UNKNOWN_UNIT, NO_UNIT -> 6;
            case RETRACTED, NO_RESULT -> 11;
            case NO_TIME -> 14;
            case SETTING -> 17;
            default -> 5;
        };
    }
}
