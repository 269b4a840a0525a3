package org.vigie.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.local.PassportResultVerifier;
import org.vigie.station.StationApp;

/** Lists the apps that {@code ./vigie run} starts, in the order of the data flow. */
enum RunnableApp {
    BEDSIDE_SIMULATOR("plays simulated patients and recordings", org.vigie.simulator.Main::main),
    BEDSIDE_GATEWAY(
            "receives HL7 v2, FHIR and MQTT from devices and the admission system", org.vigie.gateway.Main::main),
    VITALS_STREAMS("identifies the stay of each observation and cleans its readings", org.vigie.vitals.Main::main),
    RISK_FLINK("fills gaps, builds windows and scores them", org.vigie.risk.Main::main),
    MODEL_SERVER("serves the survival model over HTTP and gRPC", org.vigie.modelserver.Main::main),
    ALERT_STREAMS("raises, escalates and clears alarms, writes the ledger", org.vigie.alerts.Main::main),
    ALERT_NOTIFICATIONS(
            "delivers alarms to Alertmanager, a webhook, mail and IHE ACM", org.vigie.notifications.Main::main),
    ALERT_ANALYTICS("counts the alarms of each unit", org.vigie.analytics.Main::main),
    DASHBOARD_SINK("writes vitals, scores and alarms into the time-series store", org.vigie.sink.Main::main),
    STATION("shows the ward on a web page and sends the commands of its users", RunnableApp::station);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final EntryPoint main;

    /** Starts an app as its {@code main} does. */
    private interface EntryPoint {
        void start(String[] arguments) throws Exception;
    }

    RunnableApp(String description, EntryPoint main) {
        this.description = description;
        this.main = main;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(RunnableApp::word).toList();
    }

    static Optional<RunnableApp> of(String word) {
        return Arrays.stream(values()).filter(app -> app.word().equals(word)).findFirst();
    }

    /** Returns the name as typed: {@code vitals-streams}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    /** Starts the station beside the replay, which computes results again for its page. */
    private static void station(String... arguments) throws InterruptedException {
        org.vigie.station.Main.run(
                arguments, config -> StationApp.start(config, PassportResultVerifier.of(config.kafka())));
    }

    void start(String... arguments) throws Exception {
        main.start(arguments);
    }
}
