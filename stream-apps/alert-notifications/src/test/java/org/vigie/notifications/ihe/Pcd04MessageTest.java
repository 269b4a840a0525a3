package org.vigie.notifications.ihe;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v26.message.ORU_R01;
import ca.uhn.hl7v2.parser.DefaultModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/** Tests that HAPI reads the written messages. HL7 2.6 has no ORU_R40; IHE PCD gives it the segments of ORU_R01. */
class Pcd04MessageTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:16Z");

    @Test
    void aRaisedAlarmIsReadBackWhole() throws Exception {
        // when
        Terser message = read(SaturationAlertSamples.raised("a1"));

        // then
        assertThat(message.get("/MSH-9-1") + "^" + message.get("/MSH-9-2") + "^" + message.get("/MSH-9-3"))
                .isEqualTo("ORU^R40^ORU_R40");
        assertThat(message.get("/MSH-10")).isEqualTo("a1-RAISED-hash");
        assertThat(message.get("/MSH-21-3")).isEqualTo("1.3.6.1.4.1.19376.1.6.1.4.1");
        assertThat(message.get("/.PID-3-1")).isEqualTo("stay-1");
        assertThat(message.get("/.PV1-3-1")).isEqualTo("REA");
        assertThat(message.get("/.PV1-3-3")).isEqualTo("03");
        assertThat(message.get("/.OBR-3-1")).isEqualTo("a1");
        assertThat(message.get("/.OBR-4-1")).isEqualTo("196616");
        assertThat(message.get("/.OBR-7")).startsWith("20260301080015");
        assertThat(message.get(observation(0) + "-3-1")).isEqualTo("196674");
        assertThat(message.get(observation(0) + "-5")).isEqualTo("SpO2 84 % < 90 % depuis 15 s | à vérifier");
        assertThat(message.get(observation(1) + "-3-1")).isEqualTo("150456");
        assertThat(message.get(observation(1) + "-5")).isEqualTo("84.0");
        assertThat(facets(message)).containsExactly("start", "active", "enabled", "PH", "SP");
    }

    @Test
    void itsEndNamesItsBeginning() throws Exception {
        // when
        Terser message = read(SaturationAlertSamples.of("a1", AlertStateRecord.CLEARED, AlarmPriorityRecord.MEDIUM));

        // then
        assertThat(message.get("/.OBR-3-1")).isEqualTo("a1-3");
        assertThat(message.get("/.OBR-29-2")).isEqualTo("a1");
        assertThat(facets(message)).containsExactly("end", "inactive", "enabled", "PM", "SP");
    }

    private static String[] facets(Terser message) throws HL7Exception {
        String[] facets = new String[5];
        for (int i = 0; i < facets.length; i++) {
            facets[i] = message.get(observation(i + 2) + "-5");
        }
        return facets;
    }

    private static String observation(int number) {
        return "/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION(" + number + ")/OBX";
    }

    private static Terser read(Alert alert) throws Exception {
        try (HapiContext context = new DefaultHapiContext(new AsOruR01())) {
            return new Terser(context.getPipeParser().parse(new Pcd04Message(alert, NOW).text()));
        }
    }

    /** Lets HAPI read ORU_R40 with the structure of ORU_R01. */
    private static final class AsOruR01 extends DefaultModelClassFactory {
        private static final long serialVersionUID = 1;

        @Override
        public Class<? extends Message> getMessageClass(String name, String version, boolean isExplicit)
                throws HL7Exception {
            return name.equals("ORU_R40") ? ORU_R01.class : super.getMessageClass(name, version, isExplicit);
        }
    }
}
