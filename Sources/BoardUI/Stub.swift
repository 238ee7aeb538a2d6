// BoardUI
