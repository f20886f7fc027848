package com.weelo.dispatch.notification.emulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Every name leads to the emulator: requests stay, to the letter, what the real one would get. */
record EmulatorNames(Endpoint emulator) implements DnsResolver {

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolve(emulator.host(), emulator.port());
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolve(emulator.host());
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
