package org.vigie.risk.window;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.vigie.risk.window.StayState.EarlyReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.signal.identify.AttributedOffsets;
import org.vigie.signal.window.HourlyGrid.Hour;

/** Defines the serialized form of a stay's state: every field by name, without Kryo. */
final class StayStateTypes {
    static final TypeInformation<StayState> STATE = Types.POJO(
            StayState.class,
            Map.ofEntries(
                    Map.entry("stay", new AvroTypeInfo<>(Stay.class)),
                    Map.entry("toldAt", Types.LONG),
                    Map.entry("bed", Types.STRING),
                    Map.entry("admittedAt", Types.LONG),
                    Map.entry("hours", Types.MAP(Types.INT, Types.POJO(Hour.class))),
                    Map.entry("early", Types.LIST(Types.POJO(EarlyReading.class))),
                    Map.entry("taken", Types.MAP(Types.INT, Types.LONG)),
                    Map.entry("attributed", Types.MAP(Types.INT, Types.POJO(AttributedOffsets.class))),
                    Map.entry("newest", Types.LONG),
                    Map.entry("seen", Types.LONG),
                    Map.entry("lastOrigin", new AvroTypeInfo<>(Origin.class)),
                    Map.entry("changed", Types.BOOLEAN),
                    Map.entry("revision", Types.LONG),
                    Map.entry("sentEnd", Types.LONG),
                    Map.entry("sentAt", Types.LONG),
                    Map.entry("sentHour", Types.INT),
                    Map.entry("sentDigest", Types.STRING),
                    Map.entry("sentRows", Types.MAP(Types.INT, Types.LONG)),
                    Map.entry("due", Types.LONG),
                    Map.entry("forget", Types.LONG)));

    private StayStateTypes() {}
}
