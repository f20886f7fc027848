package com.weelo.dispatch.platform.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service would not be safe as it is set up. The operator reads what to set, and no stack. */
final class RefusedToStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  RefusedToStart(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  /** Makes Spring Boot print the reason and the remedy. */
  static final class Analyzer extends AbstractFailureAnalyzer<RefusedToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusedToStart cause) {
      return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
    }
  }
}
