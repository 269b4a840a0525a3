package org.vigie.gateway.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.vigie.gateway.canary.CanaryConfig;
import org.vigie.gateway.fhir.rest.FhirEndpointConfig;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.hl7.SenderRules.SenderConfig;
import org.vigie.gateway.mllp.MllpConfig;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.gateway.read.BedList;
import org.vigie.gateway.read.SenderClock;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Configures the gateway.
 *
 * @param keys directory of the secret keys; created when missing
 * @param zone time zone of times without one, for senders whose messages show none
 * @param senders exceptions for single senders of HL7
 * @param beds beds of the units, see {@link BedList}; empty for any bed
 * @param delivery a message that the broker does not acknowledge within this time gets AE
 * @param canary which canary patients the gateway sends through its own socket
 * @param monitoring where metrics and health are served
 */
public record GatewayConfig(
        KafkaConnectionConfig kafka,
        MllpConfig mllp,
        FhirEndpointConfig fhir,
        MqttConfig mqtt,
        Path keys,
        String zone,
        List<SenderConfig> senders,
        List<String> beds,
        Duration delivery,
        CanaryConfig canary,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_090;

    public GatewayConfig {
        senders = List.copyOf(senders);
        beds = List.copyOf(beds);
        keys = keys.toAbsolutePath();
        try {
            var unused = ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone: must be a time zone like Europe/Paris, was '" + zone + "'", e);
        }
        if (delivery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("delivery: must be at least PT1S, was " + delivery);
        }
        if (canary.isOn() && mllp.keyStore().isPresent()) {
            throw new IllegalArgumentException(
                    "canary.every: canaries use MLLP without TLS; remove mllp.keyStore or set canary.every to PT0S");
        }
        var unused = BedList.of(beds);
    }

    /** Creates a configuration with the default monitoring port. */
    public GatewayConfig(
            KafkaConnectionConfig kafka,
            MllpConfig mllp,
            FhirEndpointConfig fhir,
            MqttConfig mqtt,
            Path keys,
            String zone,
            List<SenderConfig> senders,
            List<String> beds,
            Duration delivery) {
        this(
                kafka,
                mllp,
                fhir,
                mqtt,
                keys,
                zone,
                senders,
                beds,
                delivery,
                CanaryConfig.none(),
                MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Returns this configuration with other canaries. */
    public GatewayConfig withCanary(CanaryConfig other) {
        return new GatewayConfig(kafka, mllp, fhir, mqtt, keys, zone, senders, beds, delivery, other, monitoring);
    }

    public static GatewayConfig defaults() {
        return new GatewayConfig(
                KafkaConnectionConfig.defaults(),
                MllpConfig.defaults(),
                FhirEndpointConfig.defaults(),
                MqttConfig.defaults(),
                Path.of("data", "gateway", "keys"),
                SenderClock.DEFAULT_ZONE.getId(),
                List.of(),
                List.of(),
                Duration.ofSeconds(10));
    }

    public SenderRules senderRules() {
        return new SenderRules(ZoneId.of(zone), senders);
    }
}
