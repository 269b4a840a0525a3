package org.vigie.grafana;

import java.util.Locale;

/** Names a store that dashboards can query, and its data source in Grafana. */
enum DashboardStore {
    QUESTDB("grafana-postgresql-datasource", "vigie-store", "sql"),
    INFLUXDB("influxdb", "vigie-influxdb", "influxql");

    private final String sourceType;
    private final String sourceUid;
    private final String queryKey;

    DashboardStore(String sourceType, String sourceUid, String queryKey) {
        this.sourceType = sourceType;
        this.sourceUid = sourceUid;
        this.queryKey = queryKey;
    }

    /** Returns the identifier of the data source's plug-in. */
    String sourceType() {
        return sourceType;
    }

    /** Returns the provisioned identifier of the data source. */
    String sourceUid() {
        return sourceUid;
    }

    /** Returns the key of the model that holds this store's query. */
    String queryKey() {
        return queryKey;
    }

    /** Returns the folder of the generated files, in lower case. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
