package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.http.Json;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What came back for one request. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The text at a JSON pointer, empty where there is none. */
  String text(String pointer) {
    return json().at(pointer).asString("");
  }

  JsonNode json() {
    return Json.tree(response.body());
  }
}
