package org.vigie.recordings.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests field case 51: the names of numerics in the MIMIC waveform databases. */
class SampledSignalNamesTest {
    private static String variable(String name) {
        var file =
                new SignalFile(Optional.empty(), List.of(new SampledSignal(name, "", 1, new double[] {1})), List.of());
        StayRecording recording = SignalRecordingBuilder.recording("wfdb", "r", file, ZoneOffset.UTC);
        return recording.rows().get(0).values().get(0).variable();
    }

    @ParameterizedTest
    @CsvSource({
        "HR, hr",
        "ABPSys, abp_sys",
        "ABP Sys, abp_sys",
        "ABP SYS, abp_sys",
        "ABPDias, abp_dia",
        "ABP Dias, abp_dia",
        "ABP DIAS, abp_dia",
        "ABPMean, abp_mean",
        "ABP Mean, abp_mean",
        "ABP MEAN, abp_mean",
        "ART Sys, abp_sys",
        "ART Mean, abp_mean",
        "UAP MEAN, abp_mean",
        "UAP Sys, abp_sys",
        "PAPSys, pap_sys",
        "PAP Sys, pap_sys",
        "PAP SYS, pap_sys",
        "PAPDias, pap_dia",
        "PAP DIAS, pap_dia",
        "PAPMean, pap_mean",
        "PAP Mean, pap_mean",
        "NBPSys, nibp_sys",
        "NBP Sys, nibp_sys",
        "NBP SYS, nibp_sys",
        "NBPDias, nibp_dia",
        "NBP DIAS, nibp_dia",
        "NBPMean, nibp_mean",
        "NBP MEAN, nibp_mean",
        "PULSE, pulse_spo2",
        "Pulse, pulse_spo2",
        "PlsNBP, pulse_nibp",
        "RESP, rr",
        "AWRR, rr",
        "SpO2, spo2",
        "%SpO2, spo2",
        "SpO2 L, spo2",
        "SpO2 R, spo2",
        "CVP, cvp",
        "ICP, icp",
        "ETCO2, etco2",
        "EtCO2, etco2",
        "Temp, temp",
        "TEMP, temp",
        "T1, temp",
        "Tblood, temp",
        "Tcore, temp",
        "CPP, cpp"
    })
    void aNameOfTheNumericsIsKnown(String name, String variable) {
        assertThat(variable(name)).isEqualTo(variable);
    }

    /** A difference of two saturations, an output, a bare label and an outer temperature are none of these. */
    @ParameterizedTest
    @ValueSource(strings = {"CO", "C.O.", "dSpO2", "ABP", "NBP", "PAWP", "UVP", "Tskin", "Tamb", "ST V5", "MAP Airway"})
    void whatTheCatalogueDoesNotHaveKeepsItsName(String name) {
        assertThat(variable(name)).isEqualTo(name);
    }

    /** The databases write {@code pm} for breaths a minute. */
    @Test
    void theUnitsOfTheNumericsAreKnown() {
        // when, then
        for (String unit : List.of("pm", "bpm", "/min", "rpm")) {
            var file = new SignalFile(
                    Optional.empty(), List.of(new SampledSignal("RESP", unit, 1, new double[] {16})), List.of());
            assertThat(SignalRecordingBuilder.recording("wfdb", "r", file, ZoneOffset.UTC)
                            .rows()
                            .get(0)
                            .values()
                            .get(0)
                            .unit())
                    .isEqualTo("/min");
        }
    }

    @Test
    void everyNameIsOfTheCatalogue() {
        assertThat(CsvTables.rows(SignalRecordingBuilder.class, "signal-names.csv"))
                .hasSizeGreaterThan(100)
                .allMatch(row -> VariableCatalogue.standard()
                        .find(row.getField("variable"))
                        .isPresent());
    }
}
