package org.vigie.testing.story;

import java.time.Instant;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;

/**
 * Names a bed with the stay and the device on it.
 *
 * @param name unit and bed, for example {@code REA/A3}
 * @param stay the stay that holds the bed
 * @param isProvisional whether no admission is known for the stay
 */
record StoryBed(String name, String stay, boolean isProvisional) {
    static final String SOURCE = "story";
    private static final String RAW = "vigie.ward.observations.raw";

    StoryBed asProvisional() {
        return new StoryBed(name, stay, true);
    }

    String device() {
        return "monitor-" + shortName();
    }

    String messageId(int number) {
        return shortName() + "-" + number;
    }

    /** @param index of the reading in its message; -1 for the whole message */
    Origin origin(long offset, int index) {
        return new Origin(RAW, 0, offset, index);
    }

    Stay admission(Instant from, Instant until) {
        return Stay.newBuilder()
                .setStay(stay)
                .setPatient("patient of " + stay)
                .setBed(name)
                .setFrom(from)
                .setUntil(until)
                .setAdmittedAt(from)
                .setAge(64.0)
                .setSex(AdministrativeSexRecord.FEMALE)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .build();
    }

    String unit() {
        return name.substring(0, name.indexOf('/'));
    }

    private String shortName() {
        return name.substring(name.indexOf('/') + 1);
    }
}
