"""One Chromium for tests, driven by Selenium: opens pages, types, looks, prints."""

import base64
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--lang=zh-CN",
    "--window-size=1400,1200",
)


def browser_available() -> str:
    """Return why there is no browser to drive, "" where there is one."""
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"没有 {'、'.join(missing)}（Debian：chromium chromium-driver）" if missing else ""


class Browser:
    """Drives one Chromium."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = str(shutil.which("chromium"))
        for argument in _ARGUMENTS:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service(shutil.which("chromedriver"))
        self._driver = webdriver.Chrome(options=options, service=service)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.quit()

    def open(self, page: Path, width: int = 1280) -> None:
        """Open a file as a double click does, in a window of some width."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.requested()
        self.complaints()
        self._driver.get(page.resolve().as_uri())

    def scripts(self, on: bool) -> None:
        """Let pages run their scripts or not, from the next one that is opened."""
        self.command("Emulation.setScriptExecutionDisabled", value=not on)

    def command(self, name: str, **parameters: object) -> dict[str, Any]:
        """Send a command of the DevTools protocol."""
        answer: dict[str, Any] = self._driver.execute_cdp_cmd(name, parameters)
        return answer

    def run(self, script: str) -> Any:
        """Run a script in the page and return its value."""
        return self._driver.execute_script(script)

    def html(self) -> str:
        """Return the document as it is now, read without any script."""
        root = self.command("DOM.getDocument")["root"]["nodeId"]
        html: str = self.command("DOM.getOuterHTML", nodeId=root)["outerHTML"]
        return html

    def complaints(self) -> list[str]:
        """Return what the page wrote to the console since the last call."""
        return [entry["message"] for entry in self._log("browser")]

    def requested(self) -> list[str]:
        """Return every address that was asked for since the last call."""
        messages = [json.loads(e["message"])["message"] for e in self._log("performance")]
        return [
            m["params"]["request"]["url"]
            for m in messages
            if m["method"] == "Network.requestWillBeSent"
        ]

    def _log(self, kind: str) -> list[dict[str, str]]:
        entries: list[dict[str, str]] = self._driver.get_log(kind)  # type: ignore[no-untyped-call]
        return entries

    def find(self, selector: str) -> WebElement:
        """Return the first element that a CSS selector names."""
        return self._driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        """Return what people see of the elements that a CSS selector names; hidden ones left out."""
        found = self._driver.find_elements(By.CSS_SELECTOR, selector)
        return [element.text for element in found if element.is_displayed()]

    def press(self, *keys: str) -> None:
        """Press keys, whatever has the focus."""
        self._driver.switch_to.active_element.send_keys(*keys)

    def focused(self) -> WebElement:
        """Return the element that has the focus."""
        return self._driver.switch_to.active_element

    def tab_to(self, name: str, most: int = 40) -> bool:
        """Press Tab until the element with this id has the focus."""
        for _ in range(most):
            self.press(Keys.TAB)
            if self.focused().get_attribute("id") == name:
                return True
        return False

    def choose(self, name: str, text: str) -> None:
        """Choose from a list by what it shows."""
        Select(self.find(f"#{name}")).select_by_visible_text(text)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something holds."""
        WebDriverWait(self._driver, 5).until(lambda _: until())

    def picture(self, target: Path) -> Path:
        """Draw what the window shows of the page."""
        shown = self.command("Page.captureScreenshot", format="png")
        target.write_bytes(base64.b64decode(shown["data"]))
        return target

    def pdf(self, target: Path) -> Path:
        """Print the page on the paper that it asks for."""
        printed = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        target.write_bytes(base64.b64decode(printed["data"]))
        return target
