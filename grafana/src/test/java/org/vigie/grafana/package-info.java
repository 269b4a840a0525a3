/** Proves the dashboards, alert rules and provisioning files of this module on a real store and against Grafana's own schema. */
package org.vigie.grafana;
