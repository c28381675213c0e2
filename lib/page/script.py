def script(picture, catalogue):
    return ""
