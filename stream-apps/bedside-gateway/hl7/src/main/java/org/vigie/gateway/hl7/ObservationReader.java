package org.vigie.gateway.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.CodeMatch;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.SentTime;
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
    private final ChannelNames channels;
    private int order;

    ObservationReader(CodeMap codes, String sender, ChannelNames channels) {
        this.codes = codes;
        this.sender = sender;
        this.channels = channels;
    }

    /** The rows of another OBR follow. */
    void beginOrder() {
        order++;
    }

    void read(Obx row, Context context, Findings findings) {
        Optional<Reason> unwanted = unwanted(row);
        if (unwanted.isPresent()) {
            findings.add(row.dropped(field(unwanted.get()), unwanted.get()).standingFor(row.repetitions()));
            return;
        }
        if (ObxStatus.isRetracted(row.segment())) {
            takenBack(row, context, findings);
            return;
        }
        List<String> values = row.segment().repetitions(5);
        if (values.size() > 1) {
            values = values.stream().distinct().toList();
            repeated(row, row.repetitions() - values.size(), findings);
        }
        boolean several = values.size() > 1;
        for (String value : values) {
            read(row, value, several, context, findings);
        }
    }

    /** The value may be repeated or not; which one it was is known further on. A test takes back nothing. */
    private void takenBack(Obx row, Context context, Findings findings) {
        ObxValue value = ObxValue.of(row.segment(), row.type(), row.segment().get(5));
        double number = value instanceof ObxValue.Numeric numeric ? numeric.value() : Double.NaN;
        Optional<Quantity> taken =
                context.isTest() ? Optional.empty() : Meaning.takenBack(match(row, context), number, row.units());
        taken.ifPresentOrElse(
                quantity -> measured(row, quantity, ReadingStatus.RETRACTED, context, findings),
                () -> findings.add(row.dropped(field(Reason.RETRACTED), Reason.RETRACTED)));
        repeated(row, row.repetitions() - 1, findings);
    }

    /** The same value once more, or one more of those that are taken back together. */
    private static void repeated(Obx row, int times, Findings findings) {
        if (times > 0) {
            findings.add(row.dropped(5, Reason.DUPLICATE_IN_MESSAGE).standingFor(times));
        }
    }

    private static Optional<Reason> unwanted(Obx row) {
        if (row.isDevice()) {
            return Optional.of(Reason.DEVICE_ROW);
        }
        if (row.isSetting()) {
            return Optional.of(Reason.SETTING);
        }
        if (ObxStatus.isRetracted(row.segment())) {
            return Optional.empty();
        }
        return row.isEmpty() ? Optional.of(row.isAttribute() ? Reason.ATTRIBUTE : Reason.EMPTY) : Optional.empty();
    }

    private void read(Obx row, String sent, boolean several, Context context, Findings findings) {
        Understood read = understood(row, sent, context);
        if (read instanceof Quantity quantity) {
            measured(row, quantity, status(row, several, context), context, findings);
        } else {
            Reason reason = ((Not) read).reason();
            findings.add(row.dropped(field(reason), reason));
        }
    }

    private Understood understood(Obx row, String sent, Context context) {
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent);
        if (value instanceof ObxValue.None none) {
            return new Not(none.reason());
        }
        double number = ((ObxValue.Numeric) value).value();
        Understood read = Meaning.isEmpty(row.codes())
                ? new Not(Reason.NO_CODE)
                : Meaning.of(match(row, context), number, row.units());
        boolean unknown = read instanceof Not not && not.reason() == Reason.UNMAPPED_CODE;
        return unknown && row.isAttribute() ? new Not(Reason.ATTRIBUTE) : read;
    }

    private CodeMatch match(Obx row, Context context) {
        return codes.match(sender, row.codes(), List.of(), context.origin(row));
    }

    /** Of several values for one instant none is firm; where they correct one, that one is wrong all the same. */
    private static ReadingStatus status(Obx row, boolean several, Context context) {
        ReadingStatus said = context.isTest() ? ReadingStatus.TEST : ObxStatus.of(row.segment());
        if (!several) {
            return said;
        }
        return switch (said) {
            case VALID -> ReadingStatus.QUESTIONABLE;
            case CORRECTED -> ReadingStatus.RETRACTED;
            default -> said;
        };
    }

    private void measured(Obx row, Quantity quantity, ReadingStatus status, Context context, Findings findings) {
        SentTime time = context.time(row);
        Optional<Instant> at = time.instant();
        if (at.isEmpty()) {
            findings.add(row.dropped(context.timeField(row), time.reason()));
            return;
        }
        findings.add(new Measured(
                context.bed(),
                context.patient(),
                context.device(row),
                at.get(),
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                converted(Numbers.range(row.segment().words(7)), quantity.conversion()),
                channels.of(row, quantity.variable(), order),
                ObxStatus.isPreliminary(row.segment()),
                row.statement()));
    }

    private static Range converted(Range sent, Conversion conversion) {
        return conversion.equals(Conversion.IDENTITY) || sent.equals(Range.UNBOUNDED)
                ? sent
                : new Range(conversion.apply(sent.low()), conversion.apply(sent.high()));
    }

    /** The field that a reason is about. */
    private static int field(Reason reason) {
        return switch (reason) {
            case UNKNOWN_TYPE -> 2;
            case UNMAPPED_CODE, CONTRADICTING_CODES, NO_CODE, DEVICE_ROW, ATTRIBUTE -> 3;
            case UNKNOWN_UNIT, NO_UNIT -> 6;
            case RETRACTED, NO_RESULT -> 11;
            case SETTING -> 17;
            default -> 5;
        };
    }
}
