package org.vigie.gateway.hl7.obx;

import java.util.List;
import org.vigie.terminology.CodeSystem;
import org.vigie.terminology.SentCode;

/** Lists the partitions of ISO/IEEE 11073-10101 (MDC), which a code gives by its number or by its name. */
enum MdcPartition {
    /** Devices and their parts. */
    OBJECTS(1),
    /** Alerts and events. */
    EVENTS(3);

    /** The numbers of one partition. */
    private static final int SIZE = 1 << 16;

    private final int number;

    MdcPartition(int number) {
        this.number = number;
    }

    /**
     * Returns true when one of these codes is in the partition.
     *
     * @param prefix begin of the names of its codes
     */
    boolean holdsAny(List<SentCode> codes, String prefix) {
        for (SentCode code : codes) {
            if (code.definedBy() == CodeSystem.MDC && holds(code, prefix)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(SentCode code, String prefix) {
        return code.name().startsWith(prefix)
                || code.code().startsWith(prefix)
                || (!code.name().startsWith("MDC_") && SentCode.number(code.code()) / SIZE == number);
    }
}
