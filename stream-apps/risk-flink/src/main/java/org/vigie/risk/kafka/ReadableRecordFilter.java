package org.vigie.risk.kafka;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vigie.schemas.Quarantined;

/** Passes readable records on. Unreadable records go to the side output. */
public final class ReadableRecordFilter<V extends SpecificRecordBase>
        extends ProcessFunction<Either<Quarantined, V>, V> {
    public static final OutputTag<Quarantined> UNREADABLE =
            new OutputTag<>("unreadable", new AvroTypeInfo<>(Quarantined.class));

    @Override
    public void processElement(Either<Quarantined, V> read, Context context, Collector<V> out) {
        if (read.isLeft()) {
            context.output(UNREADABLE, read.left());
        } else {
            out.collect(read.right());
        }
    }
}
