package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.publish.ObservationAssembler;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.terminology.CodeMap;
import org.vigie.testing.story.WardStory;

/** Tests that a reading of each intensive-care variable goes the whole way: HL7 message, clean, store, station. */
class IntensiveCareVariablesTest {
    private static final Instant START = Instant.parse("2026-06-10T10:00:00Z");
    private static final String BED = "REA/21";
    private static final String AT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ")
            .withZone(ZoneOffset.UTC)
            .format(START.plusSeconds(1));
    private static final List<String> ROWS = List.of(
            "NM|151976^MDC_VENT_PRESS_AWAY_END_EXP_POS^MDC|1.1.1.1|8|266048^MDC_DIM_CM_H2O^MDC",
            "NM|151980^MDC_VENT_VOL_TIDAL^MDC|1.1.1.2|420|263762^MDC_DIM_MILLI_L^MDC",
            "NM|151784^MDC_PRESS_RESP_PLAT^MDC|1.1.1.3|24|266048^MDC_DIM_CM_H2O^MDC",
            "NM|152196^MDC_CONC_AWAY_O2_INSP^MDC|1.1.1.4|60|262688^MDC_DIM_PERCENT^MDC",
            "CWE|184352^MDC_VENT_MODE^MDC|1.1.1.5|475147^MDC_VENT_MODE_ISO_AC_PC_6ACAP^MDC|",
            "NM|151728^MDC_AWAY_CO2_ET^MDC|1.1.1.6|38|266016^MDC_DIM_MMHG^MDC",
            "NM|150039^MDC_PRESS_BLD_ART_ABP_MEAN^MDC|1.2.1.1|84|266016^MDC_DIM_MMHG^MDC",
            "NM|153611^MDC_PRESS_INTRA_CRAN_MEAN^MDC|1.2.1.2|22|266016^MDC_DIM_MMHG^MDC",
            "NM|150087^MDC_PRESS_BLD_VEN_CENT_MEAN^MDC|1.2.1.3|9|266016^MDC_DIM_MMHG^MDC",
            "ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.3.1.1|Noradrenaline|",
            "NM|157924^MDC_RATE_DOSE^MDC|1.3.1.2|0.25|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC",
            "NM|32693-4^Lactate^LN||3.1|mmol/L",
            "NM|RASS^RASS^L||-4|{score}",
            "NM|FLUID BALANCE^Fluid balance^L||1250|mL",
            "ST|LATA^LATA^L||oui|");
    private static final List<String> VARIABLES = List.of(
            "peep",
            "tidal_volume",
            "plateau_pressure",
            "fio2",
            "vent_mode",
            "etco2",
            "abp_mean",
            "icp",
            "cvp",
            "noradrenaline",
            "lactate",
            "rass",
            "fluid_balance",
            "treatment_limitation",
            "cpp");

    @Test
    void aReadingOfEachVariableIsCleanedStoredAndShown() throws Exception {
        try (var ward = new BrokerlessWard(START)) {
            // given
            ward.write(BrokerlessWard.TOPICS.staysCurrent(), BED, admitted(), START);
            Instant received = START.plusSeconds(2);

            // when
            for (Observation observation : observations(received)) {
                ward.write(BrokerlessWard.TOPICS.observationsRaw(), BED, observation, received);
            }

            // then
            List<String> stored = ward.rows().get("readings");
            String picture = ward.picture();
            assertThat(VARIABLES).allSatisfy(variable -> {
                assertThat(stored).anyMatch(row -> row.contains("variable=" + variable + ","));
                assertThat(picture).contains("\"variable\" : \"" + variable + "\"");
            });
            assertThat(stored)
                    .filteredOn(row -> row.contains("variable=cpp,"))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("value=62.0", "raw_index=-1i");
        }
    }

    private static List<Observation> observations(Instant received) {
        var message =
                new StringBuilder("MSH|^~\\&|FIELDMON|VALBRUME|VIGIE|VALBRUME|" + AT + "||ORU^R01^ORU_R01|m1|P|2.6\r"
                        + "PID|||880021^^^VALBRUME^PI\rPV1||I|REA^^21\rOBR|1|||1^m^L|||" + AT + "\r");
        for (int row = 0; row < ROWS.size(); row++) {
            message.append("OBX|")
                    .append(row + 1)
                    .append('|')
                    .append(ROWS.get(row))
                    .append("|||||F\r");
        }
        var reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneId.of("Europe/Paris")));
        var outcome = reader.read(message.toString().getBytes(StandardCharsets.UTF_8));
        return new ObservationAssembler().of("FIELDMON|VALBRUME", "m1", outcome.observations(), received);
    }

    private static BedStays admitted() {
        return new WardStory().bed(BED, "s1").stays(START);
    }
}
