package org.vigie.gateway.hl7.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.hl7.channel.Hl7ChannelNames;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.message.Hl7Findings;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.hl7.obx.ObxStatus;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;

/** Reads an OBX as a measurement, or finds the reason why it is none. */
public final class Hl7ObservationReader {
    private final ObxInterpreter interpreter;
    private final ObxMeasurementAssembler measurements;
    private final Hl7MessageContext context;
    private final Hl7Findings findings;

    public Hl7ObservationReader(
            CodeMap codes,
            Er7Message message,
            Hl7ChannelNames channels,
            Hl7MessageContext context,
            Hl7Findings findings) {
        this.interpreter = new ObxInterpreter(codes, message, context);
        this.measurements = new ObxMeasurementAssembler(channels, context, findings);
        this.context = context;
        this.findings = findings;
    }

    /** Begins the rows of another OBR. */
    public void beginOrder() {
        measurements.beginOrder();
    }

    public void read(ObxSegment row) {
        Optional<DropReason> unwanted = unwanted(row);
        if (unwanted.isPresent()) {
            leaveOut(row, unwanted.get());
        } else if (ObxStatus.isRetracted(row.segment())) {
            retract(row);
        } else {
            readValues(row);
        }
    }

    private void leaveOut(ObxSegment row, DropReason reason) {
        if (reason != DropReason.EMPTY || !takesBack(row)) {
            findings.add(row.dropped(field(reason), reason).withReadings(row.repetitions()));
        }
    }

    /**
     * Adds a correction without a number when a row corrects an earlier value and has no usable value: a bound, a text, or none. The earlier
     * value is wrong as well. Returns false for any other row, and when its codes name no variable.
     */
    private boolean takesBack(ObxSegment row) {
        boolean isCorrection = ObxStatus.isCorrection(row.segment()) && !context.isTest();
        Optional<CatalogueQuantity> corrected = isCorrection ? interpreter.withoutNumber(row) : Optional.empty();
        corrected.ifPresent(quantity -> measurements.add(row, quantity, MeasurementStatusRecord.CORRECTED));
        return corrected.isPresent();
    }

    private void readValues(ObxSegment row) {
        List<String> values = row.segment().repetitions(5).stream().distinct().toList();
        repeated(row, row.segment().repetitions(5).size() - values.size());
        for (String value : values) {
            read(row, value, values.size() > 1);
        }
    }

    /** Reads a retraction. The value may be repeated or not. A test retracts nothing. */
    private void retract(ObxSegment row) {
        Optional<CatalogueQuantity> taken = context.isTest() ? Optional.empty() : interpreter.interpretRetraction(row);
        taken.ifPresentOrElse(
                quantity -> measurements.add(row, quantity, MeasurementStatusRecord.RETRACTED),
                () -> findings.add(row.dropped(field(DropReason.RETRACTED), DropReason.RETRACTED)));
        repeated(row, row.repetitions() - 1);
    }

    /** Leaves out repeated values of one row. */
    private void repeated(ObxSegment row, int times) {
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
        boolean isUnfilled = row.isEmpty() && !ObxStatus.isRetracted(row.segment());
        DropReason reason = row.isAttribute() ? DropReason.ATTRIBUTE : DropReason.EMPTY;
        return isUnfilled ? Optional.of(reason) : Optional.empty();
    }

    private void read(ObxSegment row, String sent, boolean several) {
        InterpretedValue read = interpreter.interpret(row, sent);
        if (read instanceof CatalogueQuantity quantity) {
            measurements.add(row, quantity, status(row, several));
        } else if (!takesBack(row)) {
            DropReason reason = ((NotInterpreted) read).reason();
            findings.add(row.dropped(field(reason), reason));
        }
    }

    /**
     * Returns the status of a value. Several values for one instant are questionable, and so is the programmed rate of a pump that delivers
     * at another one. When they correct an earlier value, that value is retracted.
     */
    private MeasurementStatusRecord status(ObxSegment row, boolean several) {
        MeasurementStatusRecord flagged = context.isTest() ? MeasurementStatusRecord.TEST : ObxStatus.of(row.segment());
        if (!several && !interpreter.isDoubtful(row)) {
            return flagged;
        }
        return switch (flagged) {
            case VALID -> MeasurementStatusRecord.QUESTIONABLE;
            case CORRECTED -> MeasurementStatusRecord.RETRACTED;
            default -> flagged;
        };
    }

    /** Returns the number of the field that a reason concerns. */
    private static int field(DropReason reason) {
        return switch (reason) {
            case UNKNOWN_TYPE -> 2;
            case UNMAPPED_CODE, CONTRADICTING_CODES, NO_CODE, DEVICE_ROW, ATTRIBUTE -> 3;
            case UNKNOWN_UNIT, CONTRADICTING_UNIT, NO_UNIT -> 6;
            case RETRACTED, NO_RESULT -> 11;
            case SETTING -> 17;
            default -> 5;
        };
    }
}
