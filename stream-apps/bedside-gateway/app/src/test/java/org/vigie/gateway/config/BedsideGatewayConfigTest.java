package org.vigie.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.CodeMap;

class BedsideGatewayConfigTest {
    @TempDir
    Path directory;

    @Test
    void aSenderMayHaveItsOwnZoneAndWriteTrainingInProduction() throws IOException {
        // given
        GatewayConfig config = load("""
            zone: Europe/Paris
            senders:
              - {name: mongate, zone: America/New_York}
              - {name: OLDBOX, production: true}
            """);

        // when
        MeasuredValue newYork = read(config, "MONGATE", "P");
        MeasuredValue old = read(config, "OLDBOX", "T");
        MeasuredValue other = read(config, "OTHER", "T");

        // then
        assertThat(newYork.time()).isEqualTo("2026-03-01T15:14:59Z");
        assertThat(old.time()).isEqualTo("2026-03-01T09:14:59Z");
        assertThat(old.status()).isEqualTo(MeasurementStatusRecord.VALID);
        assertThat(other.status()).isEqualTo(MeasurementStatusRecord.TEST);
    }

    @Test
    void aSenderWithoutANameAndAZoneThatIsNoneAreRefused() {
        assertThatThrownBy(() -> load("senders: [{zone: UTC}]\nzone: Mars/Base"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("senders");
        assertThatThrownBy(() -> load("zone: Mars/Base"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("zone: must be a time zone like Europe/Paris, was 'Mars/Base'");
    }

    @Test
    void theBedsOfTheUnitsAreRowsAndPatternsAndABadOneIsNamed() throws IOException {
        assertThat(load("beds: ['REA/[01-24]', 'SI/*']").beds()).containsExactly("REA/[01-24]", "SI/*");
        assertThat(ConfigLoader.load(
                                Optional.empty(), GatewayConfig.class, Map.of("VIGIE_BEDS", "['REA/[01-24]', USC/A]"))
                        .beds())
                .containsExactly("REA/[01-24]", "USC/A");
        assertThatThrownBy(() -> load("beds: [REA/01, 'REA<2>']"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("beds[1]: must be a bed like REA/03")
                .hasMessageContaining("was 'REA<2>'");
    }

    private GatewayConfig load(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), yaml);
        return ConfigLoader.load(Optional.of(file), GatewayConfig.class, Map.of());
    }

    private static MeasuredValue read(GatewayConfig config, String sender, String processing) {
        String message = "MSH|^~\\&|" + sender + "|ICU|||20260301101500||ORU^R01|1|" + processing + "|2.6\r"
                + "PV1||I|REA^^03\rOBR|1|||1^vitals|||20260301101459\r"
                + "OBX|1|NM|8867-4^Heart rate^LN||83|/min|||||F\r";
        return new Hl7Reader(CodeMap.standard(), config.senderRules())
                .read(message.getBytes(StandardCharsets.US_ASCII))
                .observations()
                .get(0);
    }
}
