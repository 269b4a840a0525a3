package org.vigie.gateway.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.read.SentTime;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
import org.vigie.terminology.ValueInterpreter;

/** Reads an OBX as a measurement, or finds the reason why it is none. */
final class Hl7ObservationReader {
    private final CodeMap codes;
    private final String sender;
    private final Hl7ChannelNames channels;
    private int order;

    Hl7ObservationReader(CodeMap codes, String sender, Hl7ChannelNames channels) {
        this.codes = codes;
        this.sender = sender;
        this.channels = channels;
    }

    /** Begins the rows of another OBR. */
    void beginOrder() {
        order++;
    }

    void read(ObxSegment row, Hl7MessageContext context, Hl7Findings findings) {
        Optional<DropReason> unwanted = unwanted(row);
        if (unwanted.isPresent()) {
            findings.add(row.dropped(field(unwanted.get()), unwanted.get()).withReadings(row.repetitions()));
            return;
        }
        if (ObxStatus.isRetracted(row.segment())) {
            retract(row, context, findings);
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

    /** Reads a retraction. The value may be repeated or not. A test retracts nothing. */
    private void retract(ObxSegment row, Hl7MessageContext context, Hl7Findings findings) {
        ObxValue value = ObxValue.of(row.segment(), row.type(), row.segment().get(5));
        double number =
                value instanceof ObxValue.NumericObxValue numericObxValue ? numericObxValue.value() : Double.NaN;
        Optional<CatalogueQuantity> taken = context.isTest()
                ? Optional.empty()
                : ValueInterpreter.interpretRetraction(match(row, context), number, row.units());
        taken.ifPresentOrElse(
                quantity -> measured(row, quantity, MeasurementStatusRecord.RETRACTED, context, findings),
                () -> findings.add(row.dropped(field(DropReason.RETRACTED), DropReason.RETRACTED)));
        repeated(row, row.repetitions() - 1, findings);
    }

    /** Leaves out repeated values of one row. */
    private static void repeated(ObxSegment row, int times, Hl7Findings findings) {
        if (times > 0) {
            findings.add(row.dropped(5, DropReason.DUPLICATE_IN_MESSAGE).withReadings(times));
        }
    }

    private static Optional<DropReason> unwanted(ObxSegment row) {
        if (row.isDevice()) {
            return Optional.of(DropReason.DEVICE_ROW);
        }
        if (row.isSetting()) {
            return Optional.of(DropReason.SETTING);
        }
        if (ObxStatus.isRetracted(row.segment())) {
            return Optional.empty();
        }
        return row.isEmpty()
                ? Optional.of(row.isAttribute() ? DropReason.ATTRIBUTE : DropReason.EMPTY)
                : Optional.empty();
    }

    private void read(ObxSegment row, String sent, boolean several, Hl7MessageContext context, Hl7Findings findings) {
        InterpretedValue read = interpreted(row, sent, context);
        if (read instanceof CatalogueQuantity quantity) {
            measured(row, quantity, status(row, several, context), context, findings);
        } else {
            DropReason reason = ((NotInterpreted) read).reason();
            findings.add(row.dropped(field(reason), reason));
        }
    }

    private InterpretedValue interpreted(ObxSegment row, String sent, Hl7MessageContext context) {
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent);
        if (value instanceof ObxValue.MissingObxValue missingObxValue) {
            return new NotInterpreted(missingObxValue.reason());
        }
        double number = ((ObxValue.NumericObxValue) value).value();
        InterpretedValue read = ValueInterpreter.isEmpty(row.codes())
                ? new NotInterpreted(DropReason.NO_CODE)
                : ValueInterpreter.interpret(match(row, context), number, row.units());
        boolean unknown =
                read instanceof NotInterpreted notInterpreted && notInterpreted.reason() == DropReason.UNMAPPED_CODE;
        return unknown && row.isAttribute() ? new NotInterpreted(DropReason.ATTRIBUTE) : read;
    }

    private CodeMatch match(ObxSegment row, Hl7MessageContext context) {
        return codes.match(sender, row.codes(), List.of(), context.origin(row));
    }

    /**
     * Returns the status of a value. Several values for one instant are questionable. When they correct an earlier value, that value is
     * retracted.
     */
    private static MeasurementStatusRecord status(ObxSegment row, boolean several, Hl7MessageContext context) {
        MeasurementStatusRecord flagged = context.isTest() ? MeasurementStatusRecord.TEST : ObxStatus.of(row.segment());
        if (!several) {
            return flagged;
        }
        return switch (flagged) {
            case VALID -> MeasurementStatusRecord.QUESTIONABLE;
            case CORRECTED -> MeasurementStatusRecord.RETRACTED;
            default -> flagged;
        };
    }

    private void measured(
            ObxSegment row,
            CatalogueQuantity quantity,
            MeasurementStatusRecord status,
            Hl7MessageContext context,
            Hl7Findings findings) {
        SentTime time = context.time(row);
        Optional<Instant> at = time.instant();
        if (at.isEmpty()) {
            findings.add(row.dropped(context.timeField(row), time.reason()));
            return;
        }
        findings.add(new MeasuredValue(
                context.bed(),
                context.patient(),
                context.device(row),
                at.get(),
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                converted(Hl7NumberParser.range(row.segment().words(7)), quantity.conversion()),
                channels.of(row, quantity.variable(), order),
                ObxStatus.isPreliminary(row.segment()),
                row.statement()));
    }

    private static ValueRange converted(ValueRange sent, UnitConversion conversion) {
        return conversion.equals(UnitConversion.IDENTITY) || sent.equals(ValueRange.UNBOUNDED)
                ? sent
                : new ValueRange(conversion.apply(sent.low()), conversion.apply(sent.high()));
    }

    /** Returns the number of the field that a reason concerns. */
    private static int field(DropReason reason) {
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
