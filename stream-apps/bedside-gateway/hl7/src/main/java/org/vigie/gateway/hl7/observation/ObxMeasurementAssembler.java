package org.vigie.gateway.hl7.observation;

import java.time.Instant;
import org.vigie.gateway.hl7.channel.Hl7ChannelNames;
import org.vigie.gateway.hl7.field.Hl7NumberParser;
import org.vigie.gateway.hl7.message.Hl7Findings;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.hl7.obx.ObxStatus;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.read.SentTime;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;

/** Assembles measured values: a quantity with the bed, the patient, the device, the time and the channel of its row. */
final class ObxMeasurementAssembler {
    private final Hl7ChannelNames channels;
    private final Hl7MessageContext context;
    private final Hl7Findings findings;
    private int order;

    ObxMeasurementAssembler(Hl7ChannelNames channels, Hl7MessageContext context, Hl7Findings findings) {
        this.channels = channels;
        this.context = context;
        this.findings = findings;
    }

    /** Begins the rows of another OBR. */
    void beginOrder() {
        order++;
    }

    /** Adds a measured value. A row without a time is left out. */
    void add(ObxSegment row, CatalogueQuantity quantity, MeasurementStatusRecord status) {
        SentTime time = context.time(row);
        time.instant()
                .map(at -> value(row, quantity, status, at))
                .ifPresentOrElse(findings::add, () -> findings.add(row.dropped(context.timeField(row), time.reason())));
    }

    private MeasuredValue value(
            ObxSegment row, CatalogueQuantity quantity, MeasurementStatusRecord status, Instant at) {
        return new MeasuredValue(
                context.bed(),
                context.patient(),
                context.device(row),
                at,
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                limits(row, quantity),
                channels.of(row, quantity.variable(), order),
                ObxStatus.isPreliminary(row.segment()),
                row.statement());
    }

    /** Returns the limits of OBX-7. Without a number the unit of the limits is not known. */
    private static ValueRange limits(ObxSegment row, CatalogueQuantity quantity) {
        return Double.isNaN(quantity.value())
                ? ValueRange.UNBOUNDED
                : converted(Hl7NumberParser.range(row.segment().words(7)), quantity.conversion());
    }

    private static ValueRange converted(ValueRange sent, UnitConversion conversion) {
        return conversion.equals(UnitConversion.IDENTITY) || sent.equals(ValueRange.UNBOUNDED)
                ? sent
                : new ValueRange(conversion.apply(sent.low()), conversion.apply(sent.high()));
    }
}
